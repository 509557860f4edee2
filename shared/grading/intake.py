"""Going through a class's folder: whose is what, and for which lesson. Nothing is dropped without being told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from shared.grading import duplicates
from shared.grading.mapping import Said
from shared.grading.names import Names, Told
from shared.grading.pieces import Doubt, Piece
from shared.grading.tree import Archives, Node, children, top_of
from shared.lessons import Lesson
from shared.messages import grading as words
from shared.submission import Refused
from shared.submission.reading import NOTEBOOK_SUFFIX
from shared.submission.wanted import ANSWER_SUFFIXES

HANDED_IN = ANSWER_SUFFIXES | {NOTEBOOK_SUFFIX}

WORKBOOK = "lessons"
"""Somebody may hand in the whole workbook: then only this folder of it holds answers."""

DEEPEST = 12


@dataclass(frozen=True)
class Intake:
    """All that was found: what can be judged, in the order of names, and what is in doubt."""

    pieces: list[Piece] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def take_in(
    folder: Path,
    lessons: Sequence[Lesson],
    archives: Archives,
    *,
    default: str | None = None,
    said: Mapping[str, Said] | None = None,
) -> Intake:
    """Look through a folder. `default` is the lesson of what names none; `said` settles doubts.

    Raises:
        Refused: the folder itself cannot be read.
    """
    walk = _Walk(Names(lessons), archives, default, said or {})
    top = top_of(folder)
    walk.visit(top, _Known(), children(top, archives), depth=0)
    walk.settle_loose()
    pieces, doubts = duplicates.settle(walk.pieces, walk.names)
    doubts = sorted([*walk.doubts, *doubts], key=lambda doubt: doubt.path)
    return Intake(sorted(pieces, key=lambda piece: (piece.student_id, piece.name, piece.lesson)), doubts)


@dataclass(frozen=True)
class _Known:
    """What the names on the way down have told. `root` is the last folder or zip that has told something."""

    student_id: str = ""
    name: str = ""
    lesson: str | None = None
    when: str = ""
    root: Node | None = None

    @property
    def student(self) -> tuple[str, str] | None:
        return (self.student_id, self.name) if self.student_id or self.name else None

    def told(self, told: Told, node: Node) -> _Known:
        made = self
        if made.student is None and any(told.student):
            made = replace(made, student_id=told.student_id, name=told.name, root=node)
        elif made.name and not made.student_id and told.student_id and told.name in ("", made.name):
            made = replace(made, student_id=told.student_id)
        if made.lesson is None and told.lesson is not None:
            made = replace(made, lesson=told.lesson, root=node)
        return replace(made, when=told.when or made.when)

    def said(self, said: Said, node: Node) -> _Known:
        made = replace(self, root=node)
        if said.student_id or said.name:
            made = replace(made, student_id=said.student_id, name=said.name)
        return replace(made, lesson=said.lesson or made.lesson)


class _Walk:
    def __init__(self, names: Names, archives: Archives, default: str | None, said: Mapping[str, Said]) -> None:
        self.names = names
        self.pieces: list[Piece] = []
        self.doubts: list[Doubt] = []
        self._archives = archives
        self._default = default
        self._said = said
        self._loose: dict[str, tuple[_Known, list[Node]]] = {}
        self._strange: list[tuple[Node, _Known]] = []

    def visit(self, node: Node, known: _Known, inside: list[Node], depth: int) -> None:
        """Go through a folder or zip whose student or lesson is not known yet."""
        if depth > DEEPEST:
            self._doubt(node, known, words.TOO_DEEP)
            return
        only = len([child for child in inside if child.kind in ("folder", "archive")]) == len(inside) == 1
        workbook = any(child.name == WORKBOOK and child.kind == "folder" for child in inside)
        for child in inside:
            if workbook and child.kind == "folder" and child.name != WORKBOOK and not self._names_somebody(child):
                continue
            self._look(child, known, depth, wrapper=only and depth <= 2 and known.student is None)

    def settle_loose(self) -> None:
        """Files below a student's folder of which no name has told a lesson."""
        for known, files in self._loose.values():
            root = known.root
            assert root is not None
            lesson = self.names.lesson_of_files(file.name for file in files) or self._default
            if lesson is not None:
                self._take(root, replace(known, lesson=lesson))
            else:
                self._doubt(root, known, words.NO_LESSON)
        for node, known in self._strange:
            self._doubt(node, known, words.NOT_AN_ANSWER)

    def _look(self, node: Node, known: _Known, depth: int, *, wrapper: bool) -> None:
        said = self._said.get(node.path)
        if said is not None:
            if said.left_out:
                return
            known = known.said(said, node)
        if node.kind in ("link", "special"):
            self._doubt(node, known, words.LINK if node.kind == "link" else words.SPECIAL)
        elif node.kind == "file":
            self._file(node, known)
        else:
            self._container(node, known, depth, wrapper)

    def _container(self, node: Node, known: _Known, depth: int, wrapper: bool) -> None:
        told = self.names.read(node.name, file=node.kind == "archive")
        guessed = known.student is None and not any(told.student) and bool(told.rest)
        if guessed:
            told = replace(told, name=told.rest)
        here = known.told(told, node)
        if here.student and here.lesson and known.student:
            self._take(node, here)
            return
        try:
            inside = children(node, self._archives)
        except Refused as refused:
            if here.student and (lesson := here.lesson or self._default):
                self._take(node, replace(here, lesson=lesson, root=node))
            else:
                self._doubt(node, here, refused.message)
            return
        if here.student != known.student and self._holds_others(inside, guessed, wrapper):
            here = known.told(replace(told, student_id="", name=""), node)
        if here.student and here.lesson:
            self._take(node, here)
            return
        before = len(self.pieces), len(self.doubts), len(self._loose), len(self._strange)
        self.visit(node, here, inside, depth + 1)
        after = len(self.pieces), len(self.doubts), len(self._loose), len(self._strange)
        if here.student and here.root is node and before == after:
            self._doubt(node, here, words.NOTHING_INSIDE)

    def _file(self, node: Node, known: _Known) -> None:
        if PurePosixPath(node.name).suffix.casefold() not in HANDED_IN:
            if known.root is None or not known.student:
                self._strange.append((node, known.told(self.names.read(node.name), node)))
            return
        told = self.names.read(node.name, file=True)
        if known.student is None and not any(told.student) and told.rest:
            told = replace(told, name=told.rest)
        here = known.told(told, node)
        if here.student is None:
            self._doubt(node, here, words.NO_STUDENT)
        elif here.lesson is not None:
            self._take(node, here)
        elif here.root is node:  # a single file with a student's name
            lesson = self.names.lesson_of_files([f"{self.names.target(node.name)}{PurePosixPath(node.name).suffix}"])
            if lesson is None and self._default is None:
                self._doubt(node, here, words.NO_LESSON)
            else:
                self._take(node, replace(here, lesson=lesson or self._default))
        else:
            assert here.root is not None
            self._loose.setdefault(here.root.path, (here, []))[1].append(node)

    def _holds_others(self, inside: list[Node], guessed: bool, only: bool) -> bool:
        """Whether a folder that seemed to be one student's holds several students, or all of the class.

        `guessed`: its name is no Korean name and no id. `only`: it stands alone in the class's folder.
        """
        students = {student for child in inside if any(student := self._student_of(child))}
        if len(students) > 1:
            return True
        return guessed and (self._names_students(inside) or (only and not self._holds_answers(inside)))

    def _names_students(self, inside: list[Node], deep: int = 2) -> bool:
        if any(any(self._student_of(child)) for child in inside):
            return True
        return deep > 0 and any(self._names_students(self._inside(child), deep - 1) for child in inside)

    def _inside(self, node: Node) -> list[Node]:
        if node.kind not in ("folder", "archive"):
            return []
        try:
            return children(node, self._archives)
        except Refused:  # told when we get there
            return []

    def _holds_answers(self, inside: list[Node]) -> bool:
        for child in inside:
            if child.kind == "file" and self.names.is_answer(child.name):
                return True
            told = self.names.read(child.name, file=child.kind != "folder")
            if child.kind in ("folder", "archive") and told.lesson and not told.rest:
                try:
                    if self._holds_answers(children(child, self._archives)):
                        return True
                except Refused:
                    return True
        return bool(inside) and all(child.kind == "file" for child in inside) and len(inside) == 1

    def _student_of(self, node: Node) -> tuple[str, str]:
        return self.names.read(node.name, file=node.kind != "folder").student

    def _names_somebody(self, node: Node) -> bool:
        return any(self._student_of(node)) or node.path in self._said

    def _take(self, node: Node, known: _Known) -> None:
        assert known.lesson is not None
        self.pieces.append(
            Piece(
                known.student_id,
                known.name,
                known.lesson,
                node.path,
                (node.place,),
                known.when,
                single=node.kind == "file",
            )
        )

    def _doubt(self, node: Node, known: _Known, reason: str) -> None:
        self.doubts.append(Doubt(node.path, reason, known.student_id, known.name, known.lesson or ""))
