"""The sheet holds places only and is drawn evenly; verdicts are counted, pooled and compared."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
from eval.speakers.draw import QUOTATIONS, REPORTS, digest, reports_of, rows_of, share, shown, written
from eval.speakers.score import Reader, agreement, main, read, shares

from onrecord.annotations.reading import Annotated
from onrecord.evaluation.reports import report_of
from onrecord.evaluation.scorer import TaskDoc
from onrecord.model.annotation import Found, Mention, Quotation
from onrecord.model.span import Span

TEXT = "Mayor Ida Vesk spoke. She said the bridge was safe."
ROWS = [{"n": number, "doc": "d", "content": [[0, 1]]} for number in (1, 2, 3, 4)]


def mention(**fields) -> Mention:
    given = {
        "id": "m1",
        "report": "r",
        "span": Span(start=6, end=14),
        "form": "name",
        "kind": "person",
        "name": "Ida Vesk",
        "role": None,
        "chain": "m1",
        "reason": "",
        "finder": "f/1",
        "confidence": 1.0,
    }
    return Mention(**{**given, **fields})


SHE = mention(id="m2", span=Span(start=22, end=25), form="pronoun", name="She")
SAID = Quotation(
    id="q",
    report="r",
    span=Span(start=31, end=50),
    kind="indirect",
    content=(Span(start=31, end=50),),
    cue=Span(start=26, end=30),
    speaker_words=Span(start=22, end=25),
    speakers=("m2",),
    reason="",
    finder="f/1",
    confidence=1.0,
)


def annotated(*mentions: Mention, quotation: Quotation = SAID) -> Annotated:
    report = report_of(TaskDoc(id="d", text=TEXT, part="dev", fields={}))
    return Annotated(report=report, found=Found(mentions=mentions, quotations=(quotation,)), finders=())


def reader(name: str, *verdicts: str, **notes: str) -> Reader:
    return Reader(
        name=name,
        verdicts=dict(enumerate(verdicts, 1)),
        notes={int(row.removeprefix("row")): note for row, note in notes.items()},
    )


def test_a_row_holds_the_founder_of_the_speakers_chain() -> None:
    (row,) = rows_of("d", annotated(mention(), SHE))
    assert row["speakers"] == [{"mention": [22, 25], "form": "pronoun", "founder": [6, 14]}]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (annotated(mention(), SHE), "She (pronoun) = Ida Vesk @6"),
        (annotated(mention(), replace(SHE, chain=None)), "She (pronoun) = ?"),
        (annotated(mention(), SHE, quotation=replace(SAID, speakers=())), "| nobody"),
    ],
    ids=["known", "a pronoun of nobody", "no speaker"],
)
def test_what_a_judge_sees(row: Annotated, words: str) -> None:
    assert words in shown(TEXT, {"n": 1, **rows_of("d", row)[0]})


def test_a_row_holds_no_word_of_the_text() -> None:
    sheet = {"digest": "", "rows": rows_of("d", annotated(mention(), SHE))}
    assert json.loads(written(sheet)) == sheet
    assert not any(word in written(sheet) for word in ("Vesk", "bridge", "She"))


def test_ten_rows_a_report_and_the_rest_from_reports_with_more() -> None:
    sizes = {f"r{number}": 3 if number < 10 else 40 for number in range(30)}
    found = {
        doc: [{"doc": doc, "content": [[at, at]], "kind": ""} for at in range(n)] for doc, n in sizes.items()
    }
    rows = share(found, random.Random(1))
    drawn = {doc: sum(row["doc"] == doc for row in rows) for doc in sizes}
    assert len(rows) == len({(row["doc"], str(row["content"])) for row in rows}) == QUOTATIONS
    assert all(drawn[doc] >= min(size, QUOTATIONS // REPORTS) for doc, size in sizes.items())


def test_fewer_rows_than_wanted_are_all_drawn() -> None:
    assert (
        len(share({"r": [{"doc": "r", "content": [[n]], "kind": ""} for n in range(17)]}, random.Random(1)))
        == 17
    )


def test_shares_are_of_all_rows_not_a_quotation_included() -> None:
    found = shares([reader("one", "right", "wrong", "unknown", "not-a-quotation")])
    assert [found.share(verdict) for verdict in ("wrong", "unknown", "not-a-quotation")] == [0.25] * 3


def test_pooled_are_all_verdicts_of_both() -> None:
    both = [reader("one", "right", "wrong"), reader("two", "right", "right")]
    assert shares(both).share("wrong") == 0.25


def test_a_printed_source_counts_only_where_the_speaker_is_unknown() -> None:
    assert shares([reader("one", "unknown", "unknown", "right", row1="printed", row3="printed")]).printed == 1


def test_nobody_judged_nothing() -> None:
    assert shares([]).share("wrong") == 0.0


def test_readers_who_differ_on_one_of_four() -> None:
    one = reader("one", "right", "right", "wrong", "wrong")
    found = agreement(one, reader("two", "right", "right", "wrong", "right"))
    assert found.differ == ((4, "wrong", "right"),)
    assert found.equal == 0.75
    assert found.kappa == pytest.approx(0.5)  # by chance alone they would agree on half


def test_one_same_verdict_throughout_has_no_kappa() -> None:
    one = reader("one", "right", "right")
    assert agreement(one, one).kappa is None


def sheet(folder: Path, name: str, verdicts: list[str], given: str | None = None) -> Path:
    path = folder / f"{name}.json"
    numbered = {str(number): verdict for number, verdict in enumerate(verdicts, 1)}
    path.write_text(json.dumps({"sheet": given or digest(ROWS), "verdicts": numbered}), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("verdicts", "given", "reason"),
    [
        (["right"] * 4, "another", "judges another sheet"),
        (["right"] * 3, None, "each once"),
        (["right"] * 5, None, "each once"),
        (["right"] * 3 + ["maybe"], None, "maybe"),
    ],
    ids=["another sheet", "a row left out", "a row too many", "no such verdict"],
)
def test_verdicts_that_do_not_fit_are_refused(tmp_path, verdicts, given, reason) -> None:
    with pytest.raises(ValueError, match=reason):
        read(sheet(tmp_path, "one", verdicts, given), ROWS)


def test_the_command_tells_shares_agreement_and_rows(tmp_path, capsys) -> None:
    (tmp_path / "sheet.json").write_text(json.dumps({"rows": ROWS}), encoding="utf-8")
    sheet(tmp_path, "one", ["right", "right", "wrong", "wrong"])
    sheet(tmp_path, "two", ["right", "right", "wrong", "unknown"])
    assert main(["--folder", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    assert "pooled: right 50.0% (4), wrong 37.5% (3), unknown 12.5% (1)" in told
    assert "agreement: 75.0% equal" in told
    assert "  4: wrong / unknown" in told


def test_one_reader_alone_has_no_agreement(tmp_path, capsys) -> None:
    (tmp_path / "sheet.json").write_text(json.dumps({"rows": ROWS}), encoding="utf-8")
    sheet(tmp_path, "one", ["right"] * 4)
    main(["--folder", str(tmp_path)])
    assert "agreement" not in capsys.readouterr().out


def test_fewer_reports_give_more_rows_each() -> None:
    found = {
        f"d{n:02}": [{"doc": f"d{n:02}", "content": [[k, k + 1]], "kind": "direct"} for k in range(40)]
        for n in range(24)
    }
    rows = share(found, random.Random(1))
    drawn = {doc: sum(row["doc"] == doc for row in rows) for doc in found}
    assert len(rows) == QUOTATIONS
    assert min(drawn.values()) >= QUOTATIONS // 24 - 2


def test_several_sheets_are_left_out(tmp_path: Path) -> None:
    paths = [tmp_path / "one.json", tmp_path / "two.json"]
    for path, reports in zip(paths, (["a", "b"], ["c"]), strict=True):
        path.write_text(json.dumps({"reports": reports}))
    assert reports_of(paths) == {"a", "b", "c"}
    assert reports_of(()) == set()
