"""Recognises messages that are not in English, so that the person is told rather than misunderstood.

A message counts when most of its letters are of another script, or when several of its words are among the
commonest of one other language and few are words that the matcher knows.
"""

from __future__ import annotations

import unicodedata

from assistant.matching import tokenise

COMMONEST = {
    "Welsh": "yn mae y yr ar am gyda ydy ydw dw oes fod bod eu ei fy dim ddim beth sut pryd pwy ble wedi heb cael "
    "wrth gan neu os sydd dwi rydw alla gallaf gaf dylwn angen rhaid blentyn plentyn plant bryder pryder poeni dweud "
    "ddweud rhannu heddlu ysgol teulu rhieni merch bachgen gwybodaeth gwasanaethau cymdeithasol",
    "Polish": "jest nie czy sie w na z do jak co mam moge ze to i o dla dziecko tylko prosze musze kiedy gdzie "
    "jestem ja jej jego bez nauczyciel szkole szkola policja policji rodzic rodzice rodzica zgoda zgody "
    "informacje udostepnic powiedziec wiem mi moje dziecka sa byl",
    "Romanian": "este nu si pot sa cu la pe un o ca ce cum imi trebuie copil despre daca pentru unde cand sunt eu "
    "copilul copii parinti parintii scoala politia fara acord informatii am are spune vreau din mi le",
    "Spanish": "el la de que en un una los las por para con se es puedo como cuando donde mi si nino ella yo tu su "
    "sus sin puede debo hay pero muy sobre policia escuela padres informacion consentimiento compartir "
    "ninos hijo hija",
    "Portuguese": "o a de que nao em um uma os as por para com se e posso como quando onde meu minha crianca ela eu "
    "sem pode devo sobre mas policia escola pais informacoes consentimento partilhar compartilhar filho filha "
    "criancas ao na no",
    "French": "le la les de des que ne pas en un une pour avec je est puis comment quand ou qui mon ma enfant elle "
    "du j tu il nous vous sans sur dans mais aux au se sa son ses peut peux suis dois faut partager "
    "enfants police ecole parents informations consentement sont avez mes",
    "Italian": "il la di che non in un una per con mi si e posso come quando dove mio mia bambino lei sono del io tu "
    "lui senza puo devo su ma polizia scuola genitori informazioni consenso condividere bambini figlio "
    "figlia ho ha nel della",
    "German": "der die das ist nicht und ich ein eine mit fur auf kann wie wann wo mein kind sie zu den von muss wir "
    "er es ohne darf soll mir dem im aber polizei schule eltern kinder informationen einwilligung teilen "
    "habe hat meine",
    "Turkish": "bir ve bu ne mi icin ile cok nasil nerede cocuk var yok ben mu degil ama gibi daha musun olmadan "
    "polis okul aile anne baba bilgi paylasabilir miyim benim onun",
    "Urdu or Hindi": "ab hoon ga aa hai kya mein ko ki ka ke se nahi aur kar main hain ho kaise kahan mujhe raha",
    "Panjabi": "hai ki nu da di de te nahi kiven mainu main han ho sakda bacha kithe kar",
    "Somali": "waa iyo ma oo ka ku waxaan maxaa sidee cunug ilmaha mid ay uu",
    "Lithuanian": "ir yra ne ar kaip su kad as vaikas kur kada man galiu apie",
}
"""Short words that most sentences of a language hold, without accents."""

MIN_FOREIGN_WORDS = 3
"""Words of another language that a message must hold."""

MIN_KNOWN_IF_ENGLISH = 0.66
"""Share of known letters, 0 to 1, from which a message is taken for English whatever words it holds."""

_WORDS = tuple(frozenset(words.split()) for words in COMMONEST.values())


def is_other_language(message: str, known: float) -> bool:
    """Tell whether a message is in another language than English.

    Args:
        message: what was typed.
        known: share of its letters in words that the matcher knows, 0 to 1.

    Returns:
        True for "Ble mae'r polisi diogelu?", False for English with a foreign name or word in it.
    """
    letters = [letter for letter in message if letter.isalpha()]
    if not letters:
        return False
    latin = sum("LATIN" in unicodedata.name(letter, "") for letter in letters)
    if latin < len(letters) / 2:
        return True
    if known >= MIN_KNOWN_IF_ENGLISH:
        return False
    tokens = tokenise(message)
    return any(sum(token in words for token in tokens) >= MIN_FOREIGN_WORDS for words in _WORDS)
