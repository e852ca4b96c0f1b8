"""Measures the assistant on questions that it has not learned from."""

from assistant.evaluation.measuring import Measures, measure
from assistant.evaluation.questions import TestQuestions, read_questions

__all__ = ["Measures", "TestQuestions", "measure", "read_questions"]
