import sys

from tests.storage.children import Children


def test_the_process_makes_private_files_leaves_no_core_and_cannot_be_read_by_others(children: Children) -> None:
    said = children.run("tell_process")
    assert said[:2] == ["umask 77", "core (0, 0)"]
    if sys.platform == "linux":
        assert said[2] == "dumpable 0"
