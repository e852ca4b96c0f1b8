"""`assistant evaluate`: how well questions are matched, on questions that were not learned from."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from assistant.command_line import output
from assistant.command_line.command import Command
from assistant.command_line.diagnostics import ExitCode, ProgressBar
from assistant.command_line.opening import open_matcher
from assistant.command_line.option_types import share
from assistant.errors import OptionsClash
from assistant.rendering import as_json


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    asked = parser.add_mutually_exclusive_group(required=True)
    asked.add_argument("file", nargs="?", metavar="FILE", help="a YAML file of test questions, or a folder of them")
    asked.add_argument("--cross-validate", action="store_true", help="instead hold out each writer's phrasings in turn")
    parser.add_argument(
        "--baseline", nargs="?", const="bm25", choices=("bm25", "all"), help="compare with BM25, or with rapidfuzz too"
    )
    parser.add_argument(
        "--misspell", type=share, default=0.0, metavar="SHARE", help="ask again with this share of the words misspelt"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def _evaluate(options: argparse.Namespace) -> ExitCode:
    if options.cross_validate and (options.baseline or options.misspell):
        raise OptionsClash("--cross-validate", "--baseline", "--misspell")
    if options.cross_validate:
        _cross_validate(options)
    else:
        _measure(options)
    return ExitCode.DONE


def _cross_validate(options: argparse.Namespace) -> None:
    from assistant.evaluation.cross_validation import cross_validate  # YAML and training, which no answer needs
    from assistant.evaluation.table import as_table
    from assistant.knowledge_base.loading import load_knowledge

    with ProgressBar("Holding out each writer") as bar:
        found = cross_validate(load_knowledge(options.knowledge), bar)
    if options.json:
        output.write(as_json({writer: msgspec.to_builtins(measures) for writer, measures in found.items()}))
        return
    for writer, measures in found.items():
        output.write(f"Writer {writer} held out\n{as_table(measures)}\n")


def _measure(options: argparse.Namespace) -> None:
    """Print each part as soon as it is known: the baselines take longest."""
    from assistant.evaluation import TestQuestions, measure, read_questions
    from assistant.evaluation.baselines import BASELINES, measure_baseline
    from assistant.evaluation.misspelling import misspell
    from assistant.evaluation.table import as_table, baseline_table

    matcher = open_matcher(options)
    questions = read_questions(Path(options.file), matcher.knowledge.entry)
    with ProgressBar("Asking") as bar:
        measures, misspelt = measure(questions, matcher, bar), None
    if options.misspell:
        asked = misspell(TestQuestions(questions=questions.questions), options.misspell)
        with ProgressBar("Asking with words misspelt") as bar:
            misspelt = measure(asked, matcher, bar)
    if not options.json:
        output.write(as_table(measures, misspelt))
    baselines = []
    for name in {"bm25": ("BM25",), "all": tuple(BASELINES)}.get(options.baseline, ()):
        with ProgressBar(f"Asking {name}") as bar:
            baselines.append(measure_baseline(name, questions.questions, matcher.texts_of_entries(), bar))
        if not options.json:
            output.write(baseline_table(baselines[-1]))
    if options.json:
        found = {"misspelt": msgspec.to_builtins(misspelt), "baselines": msgspec.to_builtins(baselines)}
        output.write(as_json(msgspec.to_builtins(measures) | found))


COMMAND = Command(
    "evaluate",
    "measure the matching on test questions",
    "assistant evaluate tests/questions --baseline",
    _add_arguments,
    _evaluate,
)
