"""Where the files under resources/ are, in the source tree and in an installed wheel."""

from functools import cache
from pathlib import Path

from trustplanner.domain.errors import Code, UnreadableError


@cache
def resources_folder() -> Path:
    """The folder that holds content/, fonts/, icons/ and style/.

    Raises:
        UnreadableError: the installation is incomplete.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "_resources", package.parent / "resources"):
        if (folder / "content").is_dir():
            return folder
    raise UnreadableError(Code.RESOURCES_MISSING, path=str(package))
