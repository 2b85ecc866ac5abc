"""Where the program begins: the window at once, or one of the commands without a window."""

import sys
from pathlib import Path

from trustplanner.storage.hardening import harden_process


def main() -> int:
    """Run what the command line asks for; returns the exit status."""
    harden_process()  # before anybody types a passphrase
    asked = sys.argv[1:]
    match asked:
        case []:
            return _show_window()
        case ["--demo"]:
            return _show_window(demo=True)
        case ["--vault", file] if not file.startswith("-"):
            return _show_window(Path(file))
        case _:
            # The parser of commands is imported only here: no window waits for it.
            from trustplanner import cli

            return cli.main(asked)


def _show_window(vault: Path | None = None, *, demo: bool = False) -> int:
    try:
        from trustplanner.app import run

        return run(vault, demo=demo)
    except Exception as error:  # noqa: BLE001  (whatever it is, a person reads one plain sentence)
        from trustplanner.starting import local_clock
        from trustplanner.terminal import tell

        return tell(error, local_clock)


if __name__ == "__main__":
    sys.exit(main())
