import subprocess
import sys

import pytest

COMMANDS = ("demo", "read", "stories", "show", "search", "why", "export", "store", "eval")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(onrecord, command):
    ran = onrecord(command, "--help")
    assert ran.status == 0
    assert ran.out.startswith("Usage: onrecord")


def test_the_version_is_printed(onrecord):
    assert onrecord("--version").out.startswith("onrecord ")


def test_no_command_is_wrong_usage_and_shows_help(onrecord):
    ran = onrecord()
    assert ran.status == 2
    assert "Usage: onrecord" in ran.out + ran.err


def test_a_command_that_is_not_one_is_wrong_usage(onrecord):
    assert onrecord("invent").status == 2


def test_the_package_gives_its_desk_when_asked():
    import onrecord

    assert onrecord.Desk.__name__ == "Desk"
    with pytest.raises(AttributeError):
        _ = onrecord.Nothing


def test_the_desk_is_had_without_the_language_model():
    code = "import sys, onrecord; onrecord.Desk('sqlite://').close(); sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_closed_pipe_is_no_crash(store):
    code = f"import sys; from onrecord.cli import main; main(['export', '--store', {str(store)!r}])"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert "Traceback" not in process.stderr.read()
