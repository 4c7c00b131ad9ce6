"""A person's rulings as part of a desk: made, undone, listed, passed on. It holds no logic."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.model.record import Judgement, Ruling
    from onrecord.record.store import Store
    from onrecord.views.rulings import RulingLine
    from onrecord.views.to_rule import ToRule


class RulingsDesk:
    """What a desk answers about rulings."""

    _store: "Store"

    def judge(
        self, verdict: "Ruling", ids: Sequence[str], *, by: str, because: str | None = None
    ) -> "tuple[Judgement, ...]":
        """Rule that lines are the same, different or wrong; return the rulings as they are kept.

        Raises:
            RulingError: Such a ruling can't be made of these.
            NotOnRecordError: Nothing has one of the ids.
            AmbiguousIdError: Several ids begin like one of them.
        """
        from onrecord.judging import judge

        return judge(self._store, verdict, ids, by=by, because=because)

    def undo(self, ruling: str | None = None, *, by: str) -> "Judgement":
        """Undo a ruling, by its id or the beginning of it, or else the last one; return it.

        Raises:
            NotOnRecordError: There is none such that isn't undone already.
        """
        from onrecord.judging import undo

        return undo(self._store, ruling, by=by)

    def to_rule(self, ids: Sequence[str], *, words: str = "") -> "ToRule":
        """Return what ids stand for, with the other lines that they may be ruled the same as.

        Args:
            ids: Ids of lines of one kind, or the beginnings of such.
            words: Words that the other lines are to hold.

        Raises:
            NotOnRecordError: Nothing has one of the ids.
            AmbiguousIdError: Several ids begin like one of them.
            RulingError: One of them is no line that is ruled on.
        """
        from onrecord.views.to_rule import to_rule

        return to_rule(self._store, ids, words=words)

    def rulings(self) -> "tuple[RulingLine, ...]":
        """Return every ruling ever made, oldest first, with whether it counts."""
        from onrecord.views.rulings import ruling_log

        return ruling_log(self._store)

    def export_rulings(self) -> bytes:
        """Return every ruling as JSON, for another desk."""
        from onrecord.judging import export

        return export(self._store)

    def import_rulings(self, body: bytes) -> int:
        """Take in the rulings of another desk; return how many are new, or newly undone.

        Raises:
            RulingError: The bytes hold no rulings.
        """
        from onrecord.judging import take_in

        return take_in(self._store, body)
