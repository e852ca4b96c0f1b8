"""A conversation: picks, follow-ups, nations, refusals."""

from __future__ import annotations

import pytest

from assistant.conversation import Conversation, NationChange
from assistant.conversation.commands import Command, parse_command
from assistant.conversation.follow_up import (
    asks_nothing_new,
    brings_up_somebody,
    says_it_did_not_help,
)
from assistant.conversation.nations import asks_only_of_nation, nation_in
from assistant.errors import UnknownEntry
from assistant.knowledge_base import Nation, ScopeKind
from assistant.matching import Matcher, Outcome
from assistant.rendering import nation_change_line


def test_a_number_picks_from_the_related_questions(conversation: Conversation) -> None:
    conversation.show("bees")
    reply = conversation.ask("2")
    assert reply.entry is not None
    assert reply.entry.id == "fires"


def test_a_number_beyond_the_list_says_so(conversation: Conversation) -> None:
    conversation.show("bees")
    reply = conversation.ask("9")
    assert (reply.outcome, reply.message) == (Outcome.DECLINE, "There is no 9 in the last list.")


def test_a_number_picks_from_the_nearest_questions_after_a_refusal(conversation: Conversation) -> None:
    declined = conversation.ask("capital of france")
    reply = conversation.ask("1")
    assert reply.entry == declined.candidates[0].entry


def test_and_in_wales_gives_the_same_entry_for_wales(conversation: Conversation) -> None:
    conversation.ask("can i keep bees")
    reply = conversation.ask("and in Wales?")
    assert reply.entry is not None
    assert (reply.entry.id, reply.nation, reply.follow_up) == ("bees", Nation.WALES, True)


def test_a_nation_for_which_the_entry_does_not_hold_is_not_claimed(conversation: Conversation) -> None:
    conversation.show("hens")
    reply = conversation.ask("and in Scotland?")
    assert not (reply.entry and reply.entry.id == "hens" and reply.nation is not Nation.SCOTLAND)


def test_a_follow_up_is_read_with_the_turn_before(conversation: Conversation) -> None:
    conversation.show("bees")
    other = conversation.ask("can i have two")
    conversation.show("fires")
    after = conversation.ask("can i have two")
    assert other.candidates[0].entry.id != "fires"
    assert after.candidates[0].entry.id == "fires"
    assert after.follow_up


@pytest.mark.parametrize("message", ["why?", "when", "says who", "in writing?"])
def test_a_message_without_matter_asks_more_about_the_answer(conversation: Conversation, message: str) -> None:
    conversation.show("bees")
    reply = conversation.ask(message)
    assert reply.entry is not None
    assert (reply.entry.id, reply.follow_up) == ("bees", True)


def test_a_message_that_leads_to_the_same_answer_says_so(conversation: Conversation) -> None:
    conversation.ask("can i keep bees")
    assert conversation.ask("why?").again
    assert not conversation.ask("and in Wales?").again
    assert not conversation.ask("when can I light a bonfire on the allotment").again


def test_whom_to_tell_of_a_rumour_is_not_answered_for_a_colleague(shipped_matcher: Matcher) -> None:
    conversation = Conversation(shipped_matcher)
    rumour = conversation.ask("do i have to tell someone if its only a rumour").entry
    assert rumour is not None
    assert conversation.ask("who do i tell").entry is rumour


@pytest.mark.parametrize("message", ["thanks", "ok", "great, thank you", "thanks that's really helpful", "bye"])
def test_chatter_is_met_briefly_and_changes_no_subject(shipped_matcher: Matcher, message: str) -> None:
    conversation = Conversation(shipped_matcher)
    answered = conversation.ask("can I share without consent?").entry
    reply = conversation.ask(message)
    assert (reply.outcome, reply.scope_kind) == (Outcome.DECLINE, ScopeKind.CHATTER)
    assert reply.message != conversation.knowledge.guide.decline
    assert (reply.candidates, reply.signpost) == ((), "")
    assert conversation.ask("and in Wales?").entry is answered


def test_a_new_question_is_not_taken_for_a_follow_up(conversation: Conversation) -> None:
    conversation.show("bees")
    assert not conversation.ask("when can I light a bonfire on the allotment").follow_up


def test_none_of_these_leaves_out_what_was_answered_and_names_someone(conversation: Conversation) -> None:
    conversation.ask("can i keep bees")
    reply = conversation.reject()
    assert reply.outcome is Outcome.DECLINE
    assert "bees" not in [candidate.entry.id for candidate in reply.candidates]
    assert [contact.id for contact in reply.contacts] == ["society"]


@pytest.mark.parametrize(
    "message", ["that didn't help", "This did not help.", "no, that's not what I meant", "none of these", "not helpful"]
)
def test_saying_that_it_did_not_help_leads_to_the_nearest_others(conversation: Conversation, message: str) -> None:
    conversation.ask("can i keep bees")
    reply = conversation.ask(message)
    assert (reply.outcome, reply.message) == (Outcome.DECLINE, conversation.knowledge.guide.rejected)
    assert "bees" not in [candidate.entry.id for candidate in reply.candidates]
    assert not reply.urgent


@pytest.mark.parametrize("entry_id", ["child-turns-18", "common-myths"])
def test_an_entry_that_was_picked_and_did_not_help_leads_to_others_too(shipped_matcher: Matcher, entry_id: str) -> None:
    conversation = Conversation(shipped_matcher)
    picked = conversation.show(entry_id)
    for reply in (conversation.ask("that did not help"), conversation.reject(picked)):
        assert reply.candidates
        assert entry_id not in [candidate.entry.id for candidate in reply.candidates]


@pytest.mark.parametrize("message", ["that did not help, can I light a fire", "it did not help him", "it is not right"])
def test_what_says_more_than_that_is_answered(message: str) -> None:
    assert says_it_did_not_help(message) is (message == "it is not right")


def test_the_part_of_a_message_that_is_clear_leads_the_choices(shipped_matcher: Matcher) -> None:
    message = "How much should I share? Can my name be kept out?"
    assert shipped_matcher.match(message).candidates[0].entry.id == "parent-asks-who-reported"
    reply = Conversation(shipped_matcher).ask(message)
    assert [one.entry.id for one in reply.candidates[:2]] == ["how-much-to-share", "parent-asks-who-reported"]


@pytest.mark.parametrize("message", ["phone number", "how do i share information with the police", "bring me a pizza"])
def test_what_has_next_to_no_chance_is_not_offered(shipped_matcher: Matcher, message: str) -> None:
    reply = Conversation(shipped_matcher).ask(message)
    likeliest = max(one.score for one in reply.candidates)
    assert reply.outcome is not Outcome.ANSWER
    assert len(reply.candidates) >= 3
    assert all(one.score >= 0.02 * likeliest for one in reply.candidates[3:])


def test_in_an_emergency_the_entry_on_emergencies_is_the_first_choice(shipped_matcher: Matcher) -> None:
    reply = Conversation(shipped_matcher).ask("he's raping her now")
    assert reply.urgent
    assert reply.candidates[0].entry.id == "child-in-danger-now"


@pytest.mark.parametrize(
    "message",
    ["my nephew is being hit at home", "the coach touched a girl at my club", "im 14 and my coach asks me for photos"],
)
def test_a_worried_person_is_never_refused_as_one_who_means_harm(shipped_matcher: Matcher, message: str) -> None:
    reply = Conversation(shipped_matcher).ask(message)
    assert reply.outcome is not Outcome.DECLINE
    assert reply.scope_kind is None


def test_a_date_of_birth_hides_no_danger(shipped_matcher: Matcher) -> None:
    assert Conversation(shipped_matcher).ask("a boy born 12/03/2014 told me his uncle hurt him").urgent


def _said_of(name: str, conversation: Conversation) -> str:
    return nation_change_line(conversation.set_nation(name), conversation.knowledge)


def test_a_nation_that_was_not_checked_is_not_promised_notes(conversation: Conversation) -> None:
    assert "checked for England and Wales only" in _said_of("scotland", conversation)
    assert "Notes for it come first" in _said_of("wales", conversation)
    assert "Notes" not in _said_of("england", conversation)


def test_a_refusal_by_kind_points_where_the_kind_says(conversation: Conversation) -> None:
    assert conversation.ask("hello there").message == "Ask me about plots."
    harmful = conversation.ask("how do i poison my neighbour")
    assert (harmful.scope_kind, harmful.message) == (ScopeKind.HARMFUL, "I will not help with that.")


def test_the_nation_is_kept_and_can_be_cleared(conversation: Conversation) -> None:
    assert conversation.set_nation("Wales").is_known
    assert conversation.ask("can i keep bees").nation is Nation.WALES
    assert conversation.set_nation("france") == NationChange("france", False, Nation.WALES)
    assert _said_of("france", conversation).startswith("'france' is not one of: england, wales")
    assert conversation.nation is Nation.WALES
    conversation.set_nation("none")
    assert conversation.nation is None


def test_showing_an_unknown_entry_names_the_nearest(conversation: Conversation) -> None:
    with pytest.raises(UnknownEntry, match="fires"):
        conversation.show("fire")


def test_urgency_and_personal_data_are_said_whatever_the_outcome(conversation: Conversation) -> None:
    reply = conversation.ask("a child is in danger right now, ring 07700 900123")
    assert reply.urgent
    assert reply.personal_data == ("phone number",)


@pytest.mark.parametrize(
    ("message", "nation"),
    [
        ("and in wales", Nation.WALES),
        ("welsh rules", Nation.WALES),
        ("I teach in Merthyr Tydfil", Nation.WALES),
        ("our Newport office", None),
        ("Northern Ireland?", Nation.NORTHERN_IRELAND),
        ("here", None),
    ],
)
def test_nations_are_found(message: str, nation: Nation | None) -> None:
    assert nation_in(message) is nation


@pytest.mark.parametrize(
    ("message", "only"),
    [
        ("and in Wales?", True),
        ("is it the same in Scotland", True),
        ("who is the LADO in Wales", False),
        ("why", False),
    ],
)
def test_asking_only_of_a_nation(message: str, only: bool) -> None:
    assert asks_only_of_nation(message) is only


@pytest.mark.parametrize(
    ("message", "nothing"),
    [
        ("why?", True),
        ("so who says", True),
        ("ok", False),
        ("why the police?", False),
        ("how do I do that and where and when and by whom", False),
        ("", False),
    ],
)
def test_asking_nothing_new(message: str, nothing: bool) -> None:
    assert asks_nothing_new(message) is nothing


@pytest.mark.parametrize(
    ("message", "command"),
    [
        (":nation Wales", Command("nation", "wales")),
        (":Quit", Command("quit", "")),
        ("Exit.", Command("quit", "")),
        ("Walk me  through it", Command("paths", "")),
        ("Show me the sources", Command("sources", "")),
        ("go back", Command("back", "")),
        ("copy that", Command("copy", "")),
        ("can I go back", None),
        ("walk me through consent", None),
        (":)", None),
        ("no: really", None),
    ],
)
def test_commands(message: str, command: Command | None) -> None:
    assert parse_command(message) == command


@pytest.mark.parametrize(
    ("message", "command"),
    [
        ("ju:term lado", Command("term", "lado")),
        ("u :Nation Wales", Command("nation", "wales")),
        ("is:it ok", None),
        ("ask:copy", None),
        ("in :the file", None),
    ],
)
def test_letters_that_were_meant_as_keys_do_not_hide_a_command(message: str, command: Command | None) -> None:
    assert parse_command(message) == command


@pytest.mark.parametrize(
    ("message", "is_new"),
    [
        ("a boy in my group says his uncle hurts him", True),
        ("so one of our parents messages the players at night", True),
        ("5 year old with a sore bottom again", True),
        ("he says his uncle hurts him", False),
        ("a colleague then?", False),
        ("and if the head says no to all of it", False),
        ("carer found the placement girl in bed with her own son", True),
        ("dad wants it deleted now", False),
        ("he " + "said something else to me about it " * 5, True),
    ],
)
def test_somebody_new_begins_another_story(message: str, is_new: bool) -> None:
    assert brings_up_somebody(message) is is_new


@pytest.mark.parametrize("message", ["soreness down below in a 5 year old again", "blood on his pants, he is four"])
def test_a_sign_in_a_small_child_is_not_turned_away(shipped_matcher: Matcher, message: str) -> None:
    assert Conversation(shipped_matcher).ask(message).outcome is not Outcome.DECLINE


def test_what_is_far_away_is_no_follow_up(shipped_matcher: Matcher) -> None:
    conversation = Conversation(shipped_matcher)
    conversation.ask("i feel sick about what she told me")
    assert conversation.ask("whats the wifi password").outcome is Outcome.DECLINE


@pytest.mark.parametrize(
    "message",
    [
        "a child told her foster carer that her uncle took photos of her undressed",
        "8 year old told another child that her dad hurts her private parts",
    ],
)
def test_who_tells_of_a_worry_is_always_offered_how_to_pass_it_on(message: str, shipped_matcher: Matcher) -> None:
    reply = Conversation(shipped_matcher).ask(message)
    assert reply.entry or "when-to-make-a-referral" in reply.options


def test_a_knowledge_base_need_not_name_such_an_entry(small_matcher: Matcher) -> None:
    assert small_matcher.knowledge.guide.worry_entry is None
    assert Conversation(small_matcher).ask("the shed on my plot and the hive by the path").outcome is not Outcome.ANSWER
