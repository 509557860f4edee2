"""Two names for one student, and two submissions of one student for one lesson."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from shared.grading.names import Names
from shared.grading.pieces import Doubt, Piece
from shared.messages import grading as words


def settle(pieces: Sequence[Piece], names: Names) -> tuple[list[Piece], list[Doubt]]:
    """One piece for each student and lesson: the newest by the dates in the names. What is not certain is in doubt."""
    groups: dict[tuple[str, str, str], list[Piece]] = defaultdict(list)
    kept: list[Piece] = []
    doubts: list[Doubt] = []
    known, unclear = _one_student_each(pieces)
    doubts += unclear
    for piece in known:
        groups[piece.student_id, piece.name.casefold(), piece.lesson].append(piece)
    for group in groups.values():
        chosen, left = _chosen(group, names)
        kept += [chosen] if chosen else []
        doubts += left
    return kept, doubts


def _one_student_each(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Doubt]]:
    """A name without an id belongs to the one id that has this name; an id without a name to its one name."""
    ids: dict[str, set[str]] = defaultdict(set)
    names: dict[str, set[str]] = defaultdict(set)
    for piece in pieces:
        if piece.student_id and piece.name:
            ids[piece.name.casefold()].add(piece.student_id)
            names[piece.student_id].add(piece.name)
    found: list[Piece] = []
    doubts: list[Doubt] = []
    for piece in pieces:
        having_id, having_name = ids[piece.name.casefold()], names[piece.student_id]
        if not piece.student_id and len(having_id) > 1:
            doubts.append(_doubt(piece, words.several_students(sorted(having_id))))
        elif not piece.student_id and having_id:
            found.append(replace(piece, student_id=next(iter(having_id))))
        elif not piece.name and len(having_name) == 1:
            found.append(replace(piece, name=next(iter(having_name))))
        else:
            found.append(piece)
    return found, doubts


def _chosen(group: list[Piece], names: Names) -> tuple[Piece | None, list[Doubt]]:
    if len(group) == 1:
        return group[0], []
    if all(piece.single for piece in group):
        return _together(group, names)
    newest, others = _newest(group)
    if newest is None:
        return None, [_doubt(piece, words.SEVERAL) for piece in group]
    return newest, []


def _together(group: list[Piece], names: Names) -> tuple[Piece | None, list[Doubt]]:
    """Single files: those that are different files of the lesson belong together; of each the newest counts."""
    by_target: dict[tuple[str, str], list[Piece]] = defaultdict(list)
    for piece in group:
        name = piece.path.rpartition("/")[2]
        by_target[names.target(name), name.rpartition(".")[2].casefold()].append(piece)
    chosen: list[Piece] = []
    for same in by_target.values():
        newest, _ = _newest(same)
        if newest is None:
            return None, [_doubt(piece, words.SEVERAL) for piece in group]
        chosen.append(newest)
    chosen.sort(key=lambda piece: piece.path)
    places = tuple(place for piece in chosen for place in piece.places)
    return replace(chosen[0], places=places, when=max(piece.when for piece in chosen)), []


def _newest(group: list[Piece]) -> tuple[Piece | None, list[Piece]]:
    ordered = sorted(group, key=lambda piece: piece.when, reverse=True)
    if len(ordered) > 1 and (not ordered[0].when or ordered[0].when == ordered[1].when):
        return None, ordered
    return ordered[0], ordered[1:]


def _doubt(piece: Piece, reason: str) -> Doubt:
    return Doubt(piece.path, reason, piece.student_id, piece.name, piece.lesson)
