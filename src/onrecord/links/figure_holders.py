"""Readings in, columns out: whose what each counts is, and who gives its number."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.links.columns import Column, Flags, Places, column_of_sets, numbered
from onrecord.links.counting import holder_named, tables
from onrecord.links.material import Material
from onrecord.links.words import content_of, words_of
from onrecord.model.annotation import FigureReading


@dataclass(frozen=True, slots=True, kw_only=True)
class Holders:
    """Whose what readings count is, and who gives them, by their places.

    Attributes:
        held: whether it is of a sort that is always somebody's: votes, seats.
        owned: whether a holder is told.
        holder: the stems of the holder's name.
        number: a number for the least and the most that each gives.
        givers: the names of those who give it.
    """

    held: Flags
    owned: Flags
    holder: Column
    number: Places
    givers: Column

    def one_giver(self, first: Places, second: Places) -> Flags:
        """Return of each pair whether somebody named gives both: who counts again may find far more."""
        return self.givers.shared(first, second) > 0

    def may_be_one(self, first: Places, second: Places) -> Flags:
        """Return of each pair whether both count one's own: "four of its soldiers" may be any army's."""
        fits = ~(self.held[first] | self.owned[first] | self.owned[second])
        asked = np.flatnonzero(~fits)
        fits[asked] = self._one_holder(first[asked], second[asked])
        return fits

    def _one_holder(self, first: Places, second: Places) -> Flags:
        fewest = np.minimum(self.holder.sizes[first], self.holder.sizes[second])
        same = (self.number[first] == self.number[second]) | self.one_giver(first, second)
        one: Flags = (fewest > 0) & (self.holder.shared(first, second) == fewest)
        return np.where(self.held[first] | (fewest > 0), one, same)


def holders_of(readings: Sequence[FigureReading], material: Material) -> Holders:
    """Return whose what some readings count is, and who gives them."""
    names = _Names(material)
    return Holders(
        held=np.array([reading.head in tables().held for reading in readings], dtype=bool),
        owned=np.array([reading.holder is not None for reading in readings], dtype=bool),
        holder=column_of_sets([_holder(reading, names) for reading in readings]),
        number=numbered((reading.low, reading.high) for reading in readings),
        givers=column_of_sets([_givers(reading, names) for reading in readings]),
    )


class _Names(dict[str, frozenset[str]]):
    """The stems of the fullest name of what mentions refer to, each worked out once."""

    def __init__(self, material: Material) -> None:
        self._mentions = material.mentions

    def __missing__(self, mention_id: str) -> frozenset[str]:
        mention = self._mentions.get(mention_id)
        founder = self._mentions.get(mention.chain or "") if mention is not None else None
        named = founder or mention
        known = self[mention_id] = frozenset() if named is None else content_of(named.name)
        return known


def _givers(reading: FigureReading, names: _Names) -> frozenset[str]:
    """Return the names of who gives a number, each as one word."""
    return frozenset(" ".join(sorted(names[giver])) for giver in reading.given_by) - {""}


def _holder(reading: FigureReading, names: _Names) -> frozenset[str]:
    """Return the words for a holder without the plural by which a party's people are called: "the Greens"."""
    name = names[reading.holder] if reading.holder is not None else frozenset[str]()
    words = name or holder_named(reading) or _side(reading)
    return frozenset(word.removesuffix("s") for word in words)


def _side(reading: FigureReading) -> frozenset[str]:
    """Return the side that a share was cast for, which is no name: "yes"."""
    return frozenset(words_of(reading.counts.partition(" of ")[2]))
