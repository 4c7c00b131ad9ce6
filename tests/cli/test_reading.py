import json

import pytest

from onrecord.cli import reading
from onrecord.desk import Desk
from onrecord.model.report import Problem
from onrecord.pipeline import Outcome


@pytest.fixture(autouse=True)
def _no_model(annotated):
    pass


def test_a_folder_is_read_and_told_in_one_line(onrecord, folder):
    ran = onrecord("read", folder)
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == "Reports: 2 new\n"


def test_what_is_known_is_passed_over(onrecord, folder):
    onrecord("read", folder)
    assert onrecord("read", folder).err == "Reports: 2 known already\n"


def test_a_problem_is_one_line_and_status_three(onrecord, folder):
    (folder / "three.txt").write_bytes(b"")
    ran = onrecord("read", folder)
    assert ran.status == 3
    assert ran.err.splitlines()[0].startswith("empty: three.txt: ")
    assert "2 new, 1 not read" in ran.err


def test_a_path_that_is_not_there_fails_in_one_line(onrecord):
    ran = onrecord("read", "nowhere")
    assert ran.status == 1
    assert ran.err == "onrecord: no such file or folder: nowhere\n"


def test_no_path_is_wrong_usage(onrecord):
    assert onrecord("read").status == 2


def test_the_store_may_stand_before_or_after_the_command_or_in_the_environment(
    onrecord, folder, tmp_path, monkeypatch
):
    onrecord("--store", tmp_path / "x.db", "read", folder)
    onrecord("read", folder, "--store", tmp_path / "y.db")
    monkeypatch.setenv("ONRECORD_STORE", str(tmp_path / "z.db"))
    onrecord("read", folder)
    assert all((tmp_path / f"{name}.db").exists() for name in "xyz")
    assert not (tmp_path / "onrecord.db").exists()


def test_a_file_that_is_no_store_is_left_alone(onrecord, folder, tmp_path):
    (tmp_path / "x.db").write_text("no store at all, but somebody's words\n" * 50)
    ran = onrecord("read", folder, "--store", tmp_path / "x.db")
    assert ran.status == 1
    assert len(ran.err.splitlines()) == 1
    assert (tmp_path / "x.db").read_text().startswith("no store")


def test_stopping_says_how_many_are_kept(onrecord, folder, monkeypatch):
    def stopped(self, paths, processes, again):
        yield Outcome(state="kept", address="one.txt", report="r-1")
        raise KeyboardInterrupt

    monkeypatch.setattr(Desk, "read", stopped)
    ran = onrecord("read", folder)
    assert ran.status == 1
    assert ran.err == "stopped; 1 report is kept, read again to go on\n"


def test_a_problem_cannot_move_the_cursor(onrecord, folder, monkeypatch):
    def read(self, paths, processes, again):
        bad = Problem(report=None, address="\x1b[2Jx\n.txt", kind="empty", message="nothing\r here")
        yield Outcome(state="problem", address="x", problems=(bad,))

    monkeypatch.setattr(Desk, "read", read)
    ran = onrecord("read", folder)
    assert not set("\x1b\r") & set(ran.err)
    assert len(ran.err.splitlines()) == 2


def test_verbose_lets_the_error_through(onrecord):
    with pytest.raises(LookupError):
        onrecord("-v", "read", "nowhere")


@pytest.mark.parametrize(("files", "cores", "expected"), [(3, 2, 1), (9, 2, 2), (20, 8, 2), (20, 1, 1)])
def test_two_processes_pay_for_more_than_a_few_reports(tmp_path, monkeypatch, files, cores, expected):
    for number in range(files):
        (tmp_path / f"{number}.txt").write_text("x")
    monkeypatch.setattr("os.sched_getaffinity", lambda _: set(range(cores)), raising=False)
    assert reading.usual_processes([str(tmp_path)]) == expected


def test_the_example_is_read_once_and_shown(onrecord, tmp_path):
    first = onrecord("demo", "--store", tmp_path / "demo.db")
    assert "16 new" in first.err
    second = onrecord("demo", "--store", tmp_path / "demo.db")
    assert "16 known already" in second.err
    assert first.status == second.status == 0
    assert first.out == second.out
    assert "Reports" in first.out


def test_the_example_goes_into_a_cache_not_into_the_desk(onrecord, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("ONRECORD_STORE", str(tmp_path / "mine.db"))
    onrecord("demo")
    assert list((tmp_path / "cache/onrecord").glob("example-*.db"))
    assert not (tmp_path / "mine.db").exists()


def test_the_desk_reads_one_path_or_several(folder, tmp_path):
    with Desk(tmp_path / "x.db") as desk:
        assert [o.state for o in desk.read(folder / "one.txt")] == ["kept"]
        assert [o.state for o in desk.read([folder])] == ["known", "kept"]
        assert len(desk.stories()) == 2
        assert desk.problems() == ()
        assert desk.check() == ()
        assert json.loads(desk.export("json"))["schema"] == "onrecord/1"
