import tomllib

from trustplanner.resource_files import resources_folder
from trustplanner.ui.kit.tokens import load_tokens

STYLE = resources_folder() / "style"


def test_the_file_the_program_reads_says_what_people_edit() -> None:
    import json

    edited = tomllib.loads((STYLE / "tokens.toml").read_text(encoding="utf-8"))
    assert json.loads((STYLE / "tokens.json").read_text(encoding="utf-8")) == edited, "run packaging/make_tokens.py"


def test_light_and_dark_have_the_same_colours() -> None:
    colors = load_tokens(STYLE / "tokens.json").colors
    assert colors["light"].keys() == colors["dark"].keys()


def test_no_text_is_smaller_than_12_pixels() -> None:
    roles = load_tokens(STYLE / "tokens.json").roles
    assert min(role.size for role in roles.values()) >= 12


def test_no_motion_is_longer_than_150_milliseconds() -> None:
    motion = load_tokens(STYLE / "tokens.json").motion
    assert max(length for name, length in motion.items() if name != "toast_stays") <= 150
