import csv
import io
import json

import jsonschema
import pytest

from onrecord.views.as_json import schema


def ids(onrecord, store):
    return {s["title"]: s for s in json.loads(onrecord("stories", "--json", "--store", store).out)}


def test_stories_are_listed_with_days_and_counts(onrecord, store):
    rows = json.loads(onrecord("stories", "--json", "--store", store).out)
    dam = next(row for row in rows if row["title"].startswith("Dam"))
    assert (dam["first"], dam["last"], dam["reports"], dam["outlets"]) == ("2026-03-10", "2026-03-11", 2, 1)
    assert rows[0] == dam  # the one last reported on first


def test_the_table_of_stories_has_the_beginnings_of_ids(onrecord, store):
    story = ids(onrecord, store)["Dam above Tarnbeck holds"]["id"]
    assert story[:10] in onrecord("stories", "--store", store).out


def test_json_lines_are_one_object_a_line(onrecord, store):
    out = onrecord("stories", "--jsonl", "--store", store).out
    assert [json.loads(line)["reports"] for line in out.splitlines()] == [2, 1]


def test_csv_runs_nothing_in_a_spreadsheet(onrecord, store):
    rows = list(csv.DictReader(io.StringIO(onrecord("stories", "--csv", "--store", store).out)))
    assert [row["title"] for row in rows] == ["Dam above Tarnbeck holds", "'=Choir sings on the quay"]


def test_two_shapes_at_once_are_wrong_usage(onrecord, store):
    assert onrecord("stories", "--csv", "--json", "--store", store).status == 2


@pytest.mark.parametrize("command", [("stories",), ("show",), ("search", "dam"), ("why", "e-1"), ("export",)])
def test_reading_back_makes_no_store(onrecord, tmp_path, command):
    ran = onrecord(*command)
    assert ran.status == 1
    assert ran.err == "onrecord: no store here yet: read some reports first, or say --store: onrecord.db\n"
    assert not (tmp_path / "onrecord.db").exists()


def test_a_story_is_shown_by_id_beginning_or_words_of_its_title(onrecord, store):
    story = ids(onrecord, store)["Dam above Tarnbeck holds"]
    shown = [
        onrecord("show", each, "--store", store) for each in (story["id"], story["id"][:8], "tarnbeck dam")
    ]
    assert {ran.status for ran in shown} == {0}
    assert len({ran.out for ran in shown}) == 1
    assert shown[0].out.startswith(
        "Dam above Tarnbeck holds\nLast report 11 March 2026 · 2 reports, 1 outlet"
    )


def test_a_storyline_is_shown_by_its_id(onrecord, store):
    line = ids(onrecord, store)["Dam above Tarnbeck holds"]["storyline"]
    assert "Ilse Quandt" in onrecord("show", line, "--store", store).out


def test_show_alone_needs_a_single_storyline(onrecord, store):
    ran = onrecord("show", "--store", store)
    assert ran.status == 2
    assert "several storylines" in ran.err


def test_a_story_that_is_not_there_fails_in_one_line(onrecord, store):
    ran = onrecord("show", "meteorite", "--store", store)
    assert (ran.status, len(ran.err.splitlines())) == (1, 1)


def test_search_gives_the_kind_the_words_and_the_id(onrecord, store):
    rows = json.loads(onrecord("search", "dam", "will", "hold", "--json", "--store", store).out)
    assert {"report", "statement"} <= {row["kind"] for row in rows}
    assert all(row["story"] and row["id"] for row in rows)
    assert "will hold" in onrecord("search", "will", "hold", "--store", store).out


def test_search_keeps_to_a_kind_and_a_limit(onrecord, store):
    rows = json.loads(
        onrecord("search", "dam", "--kind", "statement", "--limit", "1", "--json", "--store", store).out
    )
    assert [row["kind"] for row in rows] == ["statement"]


def test_nothing_found_is_no_failure(onrecord, store):
    ran = onrecord("search", "zeppelin", "--store", store)
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == "Nothing on record has these words\n"


def test_every_hit_can_be_asked_why(onrecord, store):
    for row in json.loads(onrecord("search", "dam", "--json", "--store", store).out):
        assert onrecord("why", row["id"], "--store", store).status == 0


def test_why_a_report_shows_day_links_blocks_and_annotations(onrecord, store):
    hit = json.loads(onrecord("search", "choir", "--json", "--store", store).out)[0]
    out = onrecord("why", hit["report"], "--store", store).out
    assert "published" in out
    assert "2026-03-10, stated" in out
    assert "headline 0–" in out
    dam = json.loads(onrecord("search", "Quandt", "--kind", "report", "--json", "--store", store).out)[0]
    out = onrecord("why", dam["id"], "--store", store).out
    assert "Bound to others by" in out
    assert "quotation “The dam will hold” 0.80" in out


def test_why_a_second_mention_leads_to_the_thing_it_is_in(onrecord, store):
    rows = json.loads(onrecord("search", "Quandt", "--kind", "person", "--json", "--store", store).out)
    found = [json.loads(onrecord("why", row["id"], "--json", "--store", store).out) for row in rows]
    assert len(rows) == 2
    assert len({each["id"] for each in found}) == 1
    assert {each["kind"] for each in found} == {"person"}


def test_why_shows_the_sentence_with_report_origin_and_finder(onrecord, store):
    row = json.loads(onrecord("search", "hold", "--kind", "statement", "--json", "--store", store).out)[0]
    out = onrecord("why", row["id"][:10], "--store", store).out
    assert "“The dam will hold,” said Mayor Ilse Quandt" in out
    assert "Port Leven Courier" in out
    assert "timexes.rules/1, confidence 0.80" in out


def test_why_every_id_of_the_record(onrecord, store):
    record = json.loads(onrecord("export", "--store", store).out)
    kinds = (
        "reports",
        "origins",
        "copies",
        "stories",
        "storylines",
        "entities",
        "statements",
        "events",
        "figures",
    )
    for kind in (*kinds, "differences"):
        for line in record[kind]:
            assert onrecord("why", line["id"], "--store", store).status == 0, kind


@pytest.mark.parametrize(("asked", "words"), [("r-", "several ids"), ("e-nothing", "nothing on record")])
def test_why_an_id_that_is_not_one(onrecord, store, asked, words):
    ran = onrecord("why", asked, "--store", store)
    assert ran.status == 1
    assert words in ran.err


@pytest.mark.parametrize("format", ["json", "md", "html"])
def test_export_writes_to_stdout_or_a_file(onrecord, store, tmp_path, format):
    ran = onrecord("export", "--format", format, "tarnbeck", "--store", store)
    onrecord("export", "--format", format, "tarnbeck", "-o", tmp_path / "out", "--store", store)
    written = (tmp_path / "out").read_text()
    assert ran.status == 0
    assert "Dam above Tarnbeck holds" in ran.out
    assert len(written) == len(ran.out)


def test_exported_json_keeps_to_the_schema(onrecord, store):
    for story in ([], ["tarnbeck"], ["choir"]):
        jsonschema.validate(json.loads(onrecord("export", *story, "--store", store).out), schema())


def test_a_format_that_is_not_one_is_wrong_usage(onrecord, store):
    assert onrecord("export", "--format", "docx", "--store", store).status == 2


def test_a_whole_store_passes_its_check(onrecord, store):
    ran = onrecord("store", "check", "--store", store)
    assert (ran.status, ran.err) == (0, "The store is whole\n")


def test_reading_back_imports_no_language_model(store):
    import subprocess
    import sys

    code = (
        "import sys; from onrecord.cli.main import run; "
        f"run(['show', 'tarnbeck', '--store', {str(store)!r}]); "
        "sys.exit(any(name in sys.modules for name in ('spacy', 'thinc', 'trafilatura')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Dam above Tarnbeck holds" in done.stdout
