"""Reading one YAML file: safe loader, line numbers, and faults in words that an editor can act on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import PurePosixPath
from typing import Annotated, Any, TypeVar, get_args, get_origin

import msgspec
import yaml

from assistant.errors import AssistantError, Problem

SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C loader where PyYAML was built with it: the same rules, ten times the speed."""


class Loader(SafeLoader):  # type: ignore[misc]
    """Says where a value stands that its kind does not allow, such as the 45th of a month."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        """Make the value of a node."""
        try:
            return super().construct_object(node, deep)
        except (ValueError, LookupError, AttributeError) as error:
            problem = f"'{node.value}' cannot be read ({error})"
            raise yaml.constructor.ConstructorError(None, None, problem, node.start_mark) from error


T = TypeVar("T")

Path = tuple[str | int, ...]
"""Keys and indices from the top of a file."""

_CURES = (
    ("https?", "Write the whole address, from https:// on, or leave the field out."),
    ("matching regex", "Use lower-case letters, digits and single hyphens."),
    ("length >= 1", "Write something; a field that may be left out can be removed."),
    ("Expected `str`", "Write text; put it in quotes if YAML reads it as a number, a date, yes or no."),
    ("Expected `array", "Write a list: one '- ' line for each item."),
    ("Expected `object`", "Write 'field: value' lines."),
    ("encoded date", "Write a date as YYYY-MM-DD, without quotes."),
    ("Expected `date`", "Write a date as YYYY-MM-DD, without quotes."),
    ("Expected `bool`", "Write true or false."),
)


class FileFaults(AssistantError):
    """A file has faults; carried to the loader, which reports those of all files together."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A YAML file that was parsed, with the place of every value.

    Attributes:
        name: path relative to the knowledge folder.
        data: the plain value of the whole file.
        node: the parsed tree that knows line numbers.
    """

    name: str
    data: Any
    node: yaml.Node

    def line(self, *path: str | int) -> int:
        """Find where a value stands.

        Args:
            *path: keys and indices from the top of the file; what cannot be followed is ignored.

        Returns:
            The line, counted from 1, of the deepest value on the path.
        """
        node, line = self.node, self.node.start_mark.line + 1
        for step in path:
            found = _child(node, step)
            if found is None:
                break
            line, node = found
        return line

    def problem(self, path: Sequence[str | int], where: str, fault: str, cure: str) -> Problem:
        """State a fault at a place in this file.

        Args:
            path: keys and indices from the top of the file.
            where: the entry and field in an editor's words.
            fault: what is wrong.
            cure: how to mend it.

        Returns:
            The problem with its line.
        """
        return Problem(self.name, self.line(*path), where, fault, cure)

    def convert(self, kind: type[T]) -> T:
        """Turn the file into its type, looking at each part by itself so that one fault does not hide another.

        Args:
            kind: type of the whole file.

        Returns:
            The typed value.

        Raises:
            FileFaults: the file does not fit the type.
        """
        try:
            return msgspec.convert(self.data, kind)
        except msgspec.ValidationError as error:
            raise FileFaults(tuple(self._faults_in(self.data, kind, ()))) from error

    def _faults_in(self, value: object, kind: Any, path: Path) -> Iterator[Problem]:
        """Find the faults of the parts of a value, or where its parts are sound, its own."""
        try:
            msgspec.convert(value, kind)
        except msgspec.ValidationError as error:
            yield from tuple(self._faults_of_parts(value, kind, path)) or (self._problem_from(error, kind, path),)

    def _faults_of_parts(self, value: object, kind: Any, path: Path) -> Iterator[Problem]:
        whole = get_args(kind)[0] if get_origin(kind) is Annotated else kind
        if get_origin(whole) is tuple and isinstance(value, list):
            for index, item in enumerate(value):
                yield from self._faults_in(item, get_args(whole)[0], (*path, index))
        elif get_origin(whole) is dict and isinstance(value, dict):
            for key, item in value.items():
                yield from self._faults_in(item, get_args(whole)[1], (*path, key))
        elif isinstance(whole, type) and issubclass(whole, msgspec.Struct) and isinstance(value, dict):
            fields = {field.name: field for field in msgspec.structs.fields(whole)}
            for name, field in fields.items():
                if name in value:
                    yield from self._faults_in(value[name], field.type, (*path, name))
                elif field.required:
                    yield self._problem(f"Object missing required field `{name}`", "Add the field.", path)
            for name in value.keys() - fields.keys():
                cure = "Correct the spelling or remove the field."
                yield self._problem(f"Object contains unknown field `{name}`", cure, (*path, name))

    def _problem_from(self, error: msgspec.ValidationError, kind: Any, path: Path) -> Problem:
        fault = str(error).partition(" - at `")[0]
        values = _values_of(kind)
        if values and "Invalid enum value" in fault:
            return self._problem(fault, f"Use one of these: {', '.join(values)}.", path)
        cure = next((cure for mark, cure in _CURES if mark in fault), "Compare it with the schema.")
        return self._problem(fault, cure, path)

    def _problem(self, fault: str, cure: str, path: Path) -> Problem:
        return self.problem(path, self._where(path), _plain(fault), cure)

    def _where(self, path: Sequence[str | int]) -> str:
        item, names = self.data, []
        for step in path:
            names.append(f"item {step + 1}" if isinstance(step, int) else step)
            try:
                item = item[step]
            except (KeyError, IndexError, TypeError):
                item = None
            if isinstance(item, dict) and isinstance(item.get("id"), str):
                names = [f"'{item['id']}'"]
        return ", ".join(names)


def parse_yaml(content: bytes, name: str) -> YamlFile:
    """Parse the bytes of one YAML file.

    Args:
        content: the file's bytes.
        name: path relative to the knowledge folder, for messages.

    Returns:
        The parsed file.

    Raises:
        FileFaults: not UTF-8, not YAML, empty, or a key stands twice.
    """
    node, data = _composed(_decoded(content, name), name)
    if not isinstance(data, dict):
        raise _fault(name, 1, "The file does not hold 'field: value' lines.", "Compare it with the schema.")
    return YamlFile(str(PurePosixPath(name)), data, node)


def _decoded(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _fault(name, line, f"Byte {error.start} is not UTF-8.", "Save the file as UTF-8.") from error


def _composed(text: str, name: str) -> tuple[yaml.Node, Any]:
    """Give the tree, which knows line numbers, and the plain value."""
    try:
        loader = Loader(text)
        try:
            node = loader.get_single_node()
            if node is None:
                raise _fault(name, 1, "The file is empty.", "Write its content or remove it.")
            repeats = tuple(_repeated_keys(node, name))  # before merge keys are put in, which may repeat others
            if repeats:
                raise FileFaults(repeats)
            return node, loader.construct_document(node)
        finally:
            loader.dispose()
    except yaml.constructor.ConstructorError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise _fault(name, line, f"{error.problem}.", "Correct the value; put it in quotes if it is text.") from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        fault = f"This is not valid YAML: {error.problem or error.context}."
        cure = "Check indents, quotes and colons just before this line; quote text that contains ': '."
        if mark and "\t" in "".join(text.splitlines()[mark.line : mark.line + 1]):
            cure = "There is a tab on this line. Indent with spaces."
        raise _fault(name, mark.line + 1 if mark else 0, fault, cure) from error
    except (yaml.YAMLError, ValueError) as error:
        fault = f"This is not valid YAML: {' '.join(str(error).split())}."
        raise _fault(name, 0, fault, "Mend or retype that part of the file.") from error


def _fault(name: str, line: int, fault: str, cure: str) -> FileFaults:
    """One fault that leaves nothing of the file to look at."""
    return FileFaults([Problem(name, line, "", fault, cure)])


def _repeated_keys(node: yaml.Node, name: str) -> Iterator[Problem]:
    """Find keys that stand twice in one mapping; YAML loaders silently keep the last."""
    todo, seen_nodes = [node], set()
    while todo:
        current = todo.pop()
        if id(current) in seen_nodes:
            continue
        seen_nodes.add(id(current))
        if isinstance(current, yaml.SequenceNode):
            todo.extend(current.value)
        elif isinstance(current, yaml.MappingNode):
            first: dict[str, int] = {}
            for key, value in current.value:
                todo.append(value)
                line = key.start_mark.line + 1
                label = str(key.value)
                if label in first:
                    fault = f"The key '{label}' stands twice, first on line {first[label]}."
                    yield Problem(name, line, "", fault, "Keep one of them.")
                first.setdefault(label, line)


def _child(node: yaml.Node, step: str | int) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == step:
                return key.start_mark.line + 1, value
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        child = node.value[step]
        return child.start_mark.line + 1, child
    return None


def _values_of(kind: Any) -> list[str]:
    """Give the values that a field may have, where they are counted."""
    kinds = [kind, *get_args(kind)]
    return [str(one.value) for each in kinds if isinstance(each, type) and issubclass(each, Enum) for one in each]


def _plain(fault: str) -> str:
    words = {
        "`object`": "'field: value' lines",
        "`array`": "a list",
        "`str`": "text",
        "`null`": "nothing",
        "RFC3339 encoded date": "date",
    }
    for technical, plain in words.items():
        fault = fault.replace(technical, plain)
    return fault.replace("Object", "This item").replace("`", "'").rstrip(".") + "."
