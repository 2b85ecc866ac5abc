"""What the other person gives in the story of the demo, with the screen in her hands."""

from dataclasses import dataclass

from trustplanner.content.demo_time import check_moments


@dataclass(frozen=True, slots=True)
class VoiceTold:
    """One reading in a session, without a number "not today"; `three` and `seven` are told where they are new."""

    when: str
    value: int | None = None
    words: str = ""
    three: str = ""
    seven: str = ""

    def __post_init__(self) -> None:
        check_moments(self, "when")
