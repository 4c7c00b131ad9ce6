#!/usr/bin/env python3
"""The two commands of the README, and a few more: sets itself up, then runs.

    python3 run.py demo      read the built-in example and show its record
    python3 run.py tests     every check: format, lint, types, layers, tests
    python3 run.py gold      read seven golden stories anew and hold each against its gold record
    python3 run.py bench     time the whole way of a report against the bare language model
    python3 run.py onrecord ARGUMENT ...

Needs Python 3.11 or newer and the package index; all goes into `.venv` beside this file.
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
HOME = HERE / ".venv"
BIN = HOME / ("Scripts" if os.name == "nt" else "bin")
EXTRAS = {"serve": "web", "tokens": "web", "mcp": "mcp"}
CHECKS = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("lint-imports",),
    ("pytest", "--randomly-seed=1"),  # an order that hangs on no name, and the same for everybody
)


def main(arguments: list[str]) -> int:
    """Return the exit status of what was asked for."""
    if sys.version_info < (3, 11):
        print("onrecord needs Python 3.11 or newer", file=sys.stderr)
        return 2
    if not arguments or arguments[0] not in COMMANDS:
        print(__doc__, file=sys.stderr)
        return 2
    return COMMANDS[arguments[0]](arguments[1:])


def demo(arguments: list[str]) -> int:
    """Show the built-in example."""
    set_up("")
    return run("onrecord", "demo", *arguments)


def onrecord(arguments: list[str]) -> int:
    """Run the command line with any arguments; what its command needs besides is set up first."""
    set_up(next((EXTRAS[each] for each in arguments if each in EXTRAS), ""))
    return run("onrecord", *arguments)


def tests(arguments: list[str]) -> int:
    """Run every check; return the first status that isn't 0. Arguments go to pytest alone."""
    set_up("dev")
    if arguments:
        return run("pytest", *arguments)
    for check in CHECKS:
        print("—", " ".join(check), flush=True)
        status = run(*check)
        if status:
            return status
    return 0


def gold(arguments: list[str]) -> int:
    """Read each golden story into a new store and score it."""
    set_up("dev")
    return run("python", "-m", "eval.golden", *arguments)


def bench(arguments: list[str]) -> int:
    """Time reading, adding, showing and searching."""
    set_up("dev")
    return run("python", "-m", "bench", *arguments)


def set_up(extra: str) -> None:
    """Make or renew the environment, if what it depends on has changed."""
    wanted = "".join(
        (HERE / name).read_text(encoding="utf-8") for name in ("pyproject.toml", "constraints.txt")
    )
    stamp, mark = HOME / f"made-{extra or 'plain'}", hashlib.sha256(wanted.encode()).hexdigest()
    made = [path for path in (stamp, HOME / "made-dev") if path.exists() and path.read_text() == mark]
    if made:
        return
    print("setting up (once, about a minute) …", file=sys.stderr, flush=True)
    if not (BIN / ("python.exe" if os.name == "nt" else "python")).exists():
        venv.create(HOME, with_pip=True, symlinks=os.name != "nt")
    target = f"{HERE}[{extra}]" if extra else str(HERE)
    pip = ("python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    status = run(*pip, "--constraint", str(HERE / "constraints.txt"), "--editable", target)
    if status:
        raise SystemExit("set-up failed: is the package index within reach?")
    stamp.write_text(mark)


def run(program: str, *arguments: str) -> int:
    """Return the exit status of a program of the environment, run in the project's folder."""
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"}
    return subprocess.run([str(BIN / program), *arguments], cwd=HERE, env=environment, check=False).returncode


COMMANDS = {"demo": demo, "tests": tests, "gold": gold, "bench": bench, "onrecord": onrecord}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
