"""Reading in the browser: what is dropped or pasted is read under a harmless name, and told of."""

import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from onrecord.web.dropping import LONGEST, pasted, safe_name
from onrecord.web.jobs import WAITING, Item, Jobs, TooManyJobsError, in_a_process
from tests.web.rooms import at_home, csrf_of

NAMES = [
    pytest.param("march.txt", "march.txt", id="plain"),
    pytest.param("../../etc/passwd", "passwd", id="upwards"),
    pytest.param("/etc/passwd", "passwd", id="from-the-root"),
    pytest.param("C:\\Users\\x\\march.html", "march.html", id="another-system"),
    pytest.param("..", "dropped-3", id="only-upwards"),
    pytest.param("", "dropped-3", id="none"),
    pytest.param(".bashrc", "bashrc", id="hidden"),
    pytest.param("a\x00b\r\n.txt", "a_b_ .txt", id="controls"),
    pytest.param("gpj.\u202etxt", "gpj._txt", id="turned-round"),
    pytest.param("<script>.txt", "_script_.txt", id="markup"),
    pytest.param("Überschwemmung – Weir.jsonl.gz", "Überschwemmung – Weir.jsonl.gz", id="two-endings"),
]


@pytest.mark.parametrize(("given_", "name"), NAMES)
def test_names_of_files_lead_nowhere(given_: str, name: str) -> None:
    assert safe_name(given_, 3) == name


@given(st.text(max_size=400), st.integers(1, 200))
def test_no_name_leads_anywhere(given_: str, number: int) -> None:
    name = safe_name(given_, number)
    assert name
    assert "/" not in name
    assert "\\" not in name
    assert not name.startswith(".")
    assert name.isprintable()
    assert len(name.encode("utf-8")) <= LONGEST + 64


@given(st.text(min_size=1, max_size=300))
def test_pasted_words_are_one_row(words: str) -> None:
    folder, _ = pasted(words, {"headline": words, "outlet": ""})
    rows = (folder / "0001/pasted.jsonl").read_text(encoding="utf-8").split("\n")
    (folder / "0001/pasted.jsonl").unlink()
    (folder / "0001").rmdir()
    folder.rmdir()
    assert rows[1:] == [""]
    assert json.loads(rows[0])["text"] == words


def told(client: TestClient, address: str) -> str:
    """Return a reading's page once it is over."""
    for _ in range(200):
        page = client.get(address).text
        if "hx-get" not in page:
            return page
        time.sleep(0.02)
    raise AssertionError("it is still being read")


def test_dropped_files_are_read_and_told_of(tmp_path: Path) -> None:
    files = [
        ("files", ("../<b>march</b>.txt", b"A march.")),
        ("files", ("photo.pdf", b"%PDF-1.4")),
        ("files", ("march.txt", b"Another march.")),
        ("files", ("march.txt", b"A third one.")),
    ]
    with at_home(tmp_path) as client:
        begun = client.post(
            "/reading/files", data={"csrf": csrf_of(client)}, files=files, follow_redirects=False
        )
        page = told(client, begun.headers["location"])
        part = client.get(begun.headers["location"] + "/progress").text
    assert "3 new reports" in page
    assert "1 of 4 could not be read" in page
    assert "binary: is not text" in page
    assert "<b>" not in page.partition("<main")[2].replace("<b>Done", "")
    assert "<html" not in part


def test_pasted_words_are_read(tmp_path: Path) -> None:
    form = {"text": "<script>x</script> Rain \u202e fell.", "headline": "Rain", "published": "2026-03-12"}
    with at_home(tmp_path) as client:
        page = client.post("/reading/text", data={**form, "csrf": csrf_of(client)})
        assert "<script>x" not in told(client, str(page.url))


@pytest.mark.parametrize(
    ("form", "words"),
    [
        pytest.param({"text": "  "}, "There is no text", id="blank"),
        pytest.param({"text": "Rain.", "url": "javascript:alert(1)"}, "begins with https://", id="script"),
        pytest.param({"text": "Rain.", "url": "file:///etc/passwd"}, "begins with https://", id="file"),
        pytest.param({"text": "Rain.", "published": "yesterday"}, "written as 2026-03-12", id="day"),
        pytest.param({"text": "Rain.", "outlet": "x" * 501}, "up to 500 characters", id="long"),
    ],
)
def test_what_is_wrong_with_pasted_words_is_said(tmp_path: Path, form: dict[str, str], words: str) -> None:
    with at_home(tmp_path) as client:
        answer = client.post("/reading/text", data={**form, "csrf": csrf_of(client)})
    assert answer.status_code == 422
    assert words in answer.text


def test_what_was_typed_stays_in_a_form_that_is_refused(tmp_path: Path) -> None:
    form = {"text": "Rain & <b>wind</b>.", "outlet": "Tarn Post", "published": "soon"}
    with at_home(tmp_path) as client:
        page = client.post("/reading/text", data={**form, "csrf": csrf_of(client)}).text
    assert "Rain &amp; &lt;b&gt;wind&lt;/b&gt;." in page
    assert 'value="Tarn Post"' in page


def test_a_word_of_a_megabyte_is_a_text_like_any_other(tmp_path: Path) -> None:
    with at_home(tmp_path) as client:
        answer = client.post("/reading/text", data={"text": "a" * 1_000_000, "csrf": csrf_of(client)})
        assert "1 new report" in told(client, str(answer.url))


def test_no_files_is_said(tmp_path: Path) -> None:
    with at_home(tmp_path) as client:
        answer = client.post("/reading/files", data={"csrf": csrf_of(client)})
    assert answer.status_code == 422
    assert "No file was chosen" in answer.text


def test_too_many_files_are_refused(tmp_path: Path) -> None:
    with at_home(tmp_path) as client:
        files = [("files", (f"{number}.txt", b"x")) for number in range(201)]
        answer = client.post("/reading/files", data={"csrf": csrf_of(client)}, files=files)
    assert answer.status_code == 400


@pytest.mark.parametrize("job", ["nothing", "..%2f..%2fetc%2fpasswd", "<b>"])
def test_a_reading_that_is_none_is_not_found(tmp_path: Path, job: str) -> None:
    with at_home(tmp_path) as client:
        assert client.get(f"/reading/{job}").status_code == 404


def test_a_page_that_is_being_read_asks_for_itself_without_script(tmp_path: Path) -> None:
    go = Event()

    def slow(paths: Sequence[Path]) -> Iterator[Item]:
        go.wait(5)
        yield from (Item(state="kept", name=path.name) for path in paths)

    with at_home(tmp_path) as client:
        client.app.state.jobs = Jobs(slow)  # type: ignore[attr-defined]
        page = client.post("/reading/text", data={"text": "Rain.", "csrf": csrf_of(client)})
        assert '<noscript><meta http-equiv="refresh"' in page.text
        go.set()
        assert "http-equiv" not in told(client, str(page.url))


def over(jobs: Jobs, name: str) -> bool:
    for _ in range(200):
        job = jobs.get(name)
        if job is not None and job.is_over:
            return True
        time.sleep(0.02)
    return False


def test_what_fails_is_told_and_the_next_is_read(tmp_path: Path) -> None:
    def breaks(paths: Sequence[Path]) -> Iterator[Item]:
        if paths[0].name == "bad":
            raise RuntimeError("the store is full")
        yield Item(state="kept", name="good")

    jobs = Jobs(breaks)
    made = []
    for name in ("bad", "good"):
        folder = tmp_path / name
        (folder / "0001").mkdir(parents=True)
        (folder / "0001" / name).write_text("x")
        made.append(jobs.add("ada", [name], folder))
    assert over(jobs, made[0].id)
    assert over(jobs, made[1].id)
    first, second = jobs.get(made[0].id), jobs.get(made[1].id)
    assert first is not None
    assert second is not None
    assert (first.state, first.failed) == ("failed", "the store is full")
    assert (second.state, second.count("kept")) == ("done", 1)
    assert list(tmp_path.iterdir()) == []
    jobs.close()


def test_not_ever_more_readings_wait(tmp_path: Path) -> None:
    go = Event()

    def waits(_: Sequence[Path]) -> Iterator[Item]:
        go.wait(10)
        yield Item(state="kept", name="x")

    jobs = Jobs(waits)
    taken = 0
    while taken < WAITING + 2:
        try:
            jobs.add("ada", [str(taken)], tmp_path / str(taken))
        except TooManyJobsError:
            break
        taken += 1
    assert WAITING <= taken <= WAITING + 1
    go.set()
    jobs.close()


def test_a_process_that_dies_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "no-store").write_text("this is no store at all, and longer than a head of one is" * 4)
    with pytest.raises(RuntimeError, match="not an onrecord store"):
        list(in_a_process(str(tmp_path / "no-store"))([tmp_path / "a.txt"]))


@pytest.mark.model
def test_a_process_of_its_own_reads(tmp_path: Path) -> None:
    good, bad = tmp_path / "march.txt", tmp_path / "photo.pdf"
    good.write_text("MARCH IN TARN\n\nTarn, 3 March 2026. About 400 people marched through Tarn on Monday.")
    bad.write_bytes(b"%PDF-1.4")
    items = list(in_a_process(str(tmp_path / "made.db"))([good, bad]))
    assert [item.state for item in items] == ["kept", "problem"]
    assert items[0].report.startswith("r-")
    assert items[1].problems[0][0] == "binary"
