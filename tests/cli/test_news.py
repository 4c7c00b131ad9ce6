import csv
import io
import json

import pytest


def rows(onrecord, store, *options):
    ran = onrecord("new", "--json", "--store", store, *options)
    assert ran.status == 0
    return json.loads(ran.out)


def test_without_a_mark_all_is_new_and_after_it_nothing(onrecord, store):
    assert {row["kind"] for row in rows(onrecord, store)} >= {"event", "statement", "reading"}
    assert onrecord("mark", "--store", store).err == "Marked as seen up to report 3, for me\n"
    assert rows(onrecord, store) == []
    assert onrecord("new", "--store", store).err == "Nothing new since report 3, up to report 3\n"


def test_each_reader_has_a_mark_of_their_own(onrecord, store):
    onrecord("mark", "--reader", "desk two", "--store", store)
    assert rows(onrecord, store, "--reader", "desk two") == []
    assert rows(onrecord, store)


def test_a_mark_may_be_set_where_a_cursor_stood(onrecord, store):
    every = rows(onrecord, store)
    assert every
    for at, left in (
        (0, len(every)),
        (1, 0),
    ):  # the second is a copy, the third has nothing
        said = onrecord("mark", "--at", str(at), "--store", store).err
        assert said.startswith(f"Marked as seen up to report {at}")
        later = rows(onrecord, store)
        assert later == rows(onrecord, store, "--since", str(at), "--reader", "another")
        assert len(later) == left
    assert onrecord("mark", "--at", "99", "--store", store).err.startswith("Marked as seen up to report 3")


def test_a_program_that_goes_on_from_any_cursor_gets_the_rest(onrecord, store):
    every = rows(onrecord, store)
    for place, row in enumerate(every):
        rest = rows(onrecord, store, "--since", str(row["cursor"]))
        told = [(each["kind"], each["id"]) for each in rest]
        assert all((each["kind"], each["id"]) in told for each in every[place + 1 :]), place
    assert rows(onrecord, store, "--since", str(every[-1]["cursor"])) == []


def test_a_row_leads_to_its_words(onrecord, store):
    row = next(row for row in rows(onrecord, store) if row["kind"] == "statement")
    assert row["words"] == "The dam will hold"
    assert row["words"] in row["sentence"]
    assert onrecord("why", row["id"], "--store", store).status == 0


@pytest.mark.parametrize("shape", ["--jsonl", "--csv"])
def test_news_comes_in_every_shape(onrecord, store, shape):
    out = onrecord("new", shape, "--store", store).out
    read = (
        [json.loads(line) for line in out.splitlines()]
        if shape == "--jsonl"
        else list(csv.DictReader(io.StringIO(out)))
    )
    assert [row["id"] for row in read] == [row["id"] for row in rows(onrecord, store)]


def test_news_of_one_story_is_of_that_alone(onrecord, store):
    of_dam = rows(onrecord, store, "tarnbeck dam")
    assert of_dam
    assert len(of_dam) <= len(rows(onrecord, store))
    assert onrecord("new", "no such story", "--store", store).status == 1


def test_news_is_printed_with_its_sentence(onrecord, store):
    out = onrecord("new", "--store", store).out
    assert "statement · " in out
    assert "[1]" in out


@pytest.mark.parametrize("command", [("new",), ("mark",)])
def test_news_makes_no_store(onrecord, tmp_path, command):
    assert onrecord(*command).status == 1
    assert not (tmp_path / "onrecord.db").exists()


MOMENTS = [("stories",), ("show", "tarnbeck dam"), ("search", "dam"), ("export",)]


@pytest.mark.parametrize("command", MOMENTS, ids=lambda words: words[0])
def test_every_reading_command_takes_a_moment(onrecord, store, command):
    now = onrecord(*command, "--store", store)
    then = onrecord(*command, "--as-of", "2026-03-10", "--store", store)
    assert then.status == 0
    assert then.out != now.out
    assert onrecord(*command, "--as-read", "1", "--store", store).status == 0


def test_the_moment_is_said(onrecord, store):
    out = onrecord("show", "tarnbeck dam", "--as-of", "2026-03-10", "--store", store).out
    assert "As of 10 March 2026 · Last report 10 March 2026 · 1 report, 1 outlet" in out.replace("\n  ", " ")
    record = json.loads(onrecord("export", "--as-of", "2026-03-10", "--as-read", "3", "--store", store).out)
    assert (record["as_of"], record["as_read"]) == ("2026-03-10", 3)


@pytest.mark.parametrize("options", [("--as-of", "soon"), ("--as-of", "")])
def test_what_is_no_day_is_said_to_be_none(onrecord, store, options):
    ran = onrecord("stories", *options, "--store", store)
    assert ran.status == 1
    assert "a day was expected, as in 2026-03-12" in ran.err
