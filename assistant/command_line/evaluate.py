"""`assistant evaluate`: how well questions are matched, on questions that were not learned from."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from assistant.command_line import output
from assistant.command_line.diagnostics import ExitCode, ProgressBar
from assistant.command_line.opening import open_index_of
from assistant.errors import QuestionFileInvalid
from assistant.matching import Matcher
from assistant.rendering import as_json

name = "evaluate"
summary = "measure the matching on test questions"
example = "assistant evaluate tests/questions --baseline"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments.

    Args:
        parser: the command's parser.
    """
    parser.add_argument("file", nargs="?", metavar="FILE", help="a YAML file of test questions, or a folder of them")
    parser.add_argument(
        "--cross-validate", action="store_true", help="instead hold out each writer's phrasings in turn"
    )
    parser.add_argument("--baseline", action="store_true", help="compare with BM25 and rapidfuzz")
    parser.add_argument("--misspell", type=float, default=0.0, metavar="SHARE", help="misspell this share of the words")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def execute(options: argparse.Namespace) -> ExitCode:
    """Evaluate.

    Args:
        options: the parsed command line.

    Returns:
        0.

    Raises:
        QuestionFileInvalid: the questions cannot be used.
        KnowledgeError: the knowledge cannot be used.
    """
    from assistant.evaluation import measure, read_questions  # YAML and the baselines, which no answer needs
    from assistant.evaluation.baselines import measure_baselines
    from assistant.evaluation.cross_validation import cross_validate
    from assistant.evaluation.misspelling import misspell
    from assistant.evaluation.table import as_table
    from assistant.knowledge_base.loading import load_knowledge
    from assistant.matching.index import decode_index

    if options.cross_validate:
        found = cross_validate(load_knowledge(options.knowledge), ProgressBar())
        if options.json:
            output.write(as_json({writer: msgspec.to_builtins(measures) for writer, measures in found.items()}))
        else:
            for writer, measures in found.items():
                output.write(f"Writer {writer} held out\n{as_table(measures)}\n")
        return ExitCode.DONE
    if not options.file:
        raise QuestionFileInvalid(
            "evaluate", 0, "No file of test questions was named.", "Name one, or --cross-validate."
        )
    index = open_index_of(options)
    questions = read_questions(Path(options.file), index.knowledge.entry)
    measures = measure(misspell(questions, options.misspell) if options.misspell else questions, Matcher(index))
    baselines = (
        measure_baselines(questions.questions, decode_index(index).texts_of_entries()) if options.baseline else ()
    )
    if options.json:
        output.write(as_json(msgspec.to_builtins(measures) | {"baselines": msgspec.to_builtins(baselines)}))
    else:
        output.write(as_table(measures, baselines))
    return ExitCode.DONE
