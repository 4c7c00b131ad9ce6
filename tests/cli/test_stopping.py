"""Ctrl-C in the middle of a read, in a process of its own."""

import signal
import subprocess
import sys
import textwrap
import time

from onrecord.desk import Desk

# Reads with a hand-made annotator that takes its time, and all the time in the world after forty reports.
READS = """
    import itertools, signal, sys, time

    signal.signal(signal.SIGINT, signal.default_int_handler)  # what a shell runs in the background ignores it
    from onrecord.annotations import reading
    from onrecord.model.annotation import Found

    count = itertools.count()

    def slowly(report):
        time.sleep(0.03 if next(count) < 40 else 1)
        return reading.Annotated(report=report, found=Found(), finders=("none/1",))

    reading.annotate_report = slowly
    from onrecord.cli.main import main
    main(["--store", sys.argv[1], "read", sys.argv[2], "--processes", "1"])
"""


def test_stopping_a_read_keeps_what_was_acknowledged_and_the_next_one_goes_on(tmp_path, onrecord, annotated):
    reports = tmp_path / "reports"
    reports.mkdir()
    for number in range(200):
        (reports / f"{number:03}.txt").write_text(
            f"Choir {number} sings\n\nA choir of {number} sang on the quay."
        )
    store = tmp_path / "kept.db"
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(READS), str(store), str(reports)],
        stderr=subprocess.PIPE,
        text=True,
    )
    wait_for_reports(store)
    process.send_signal(signal.SIGINT)
    _, talk = process.communicate(timeout=60)
    assert process.returncode == 1
    assert talk.splitlines()[-1].startswith("stopped; ")
    assert "Traceback" not in talk
    kept = int(talk.splitlines()[-1].split()[1])
    with Desk(store) as desk:
        assert 0 < kept <= sum(story.reports for story in desk.stories()) < 200
        assert desk.check() == ()
    assert "known already" in onrecord("read", reports, "--store", store).err


def wait_for_reports(store):
    """Wait until some reports are kept."""
    for _ in range(600):
        if store.exists():
            try:
                with Desk(store) as desk:
                    if desk.stories():
                        return
            except Exception:
                pass
        time.sleep(0.1)
    raise AssertionError("nothing was kept")
