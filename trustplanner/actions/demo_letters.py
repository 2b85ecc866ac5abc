"""The letters of the demo's story, as steps a person could take."""

from trustplanner.actions import letters
from trustplanner.actions.demo_diary import Diary, Teller
from trustplanner.content.demo import DemoStory
from trustplanner.content.demo_letters import LetterTold
from trustplanner.domain.letter_sentences import sentences
from trustplanner.domain.letters import LetterState


def tell_letters(diary: Diary, story: DemoStory) -> None:
    """Every letter: its drafts, its tags, with whom it was read, and the plan for a no."""
    for number, letter in enumerate(story.letters):
        _tell_letter(diary, f"letter {number}", letter, story.people.counsellor)


def _tell_letter(diary: Diary, key: str, told: LetterTold, counsellor: str) -> None:
    first, *later = told.drafts

    def begin(teller: Teller) -> None:
        diary.ids[key] = teller.do(letters.begin_letter).id
        teller.do(letters.write_letter, diary.ids[key], first.words)

    def tag(teller: Teller) -> None:
        for sentence, kind in zip(sentences(told.drafts[-1].words), told.kinds, strict=False):
            teller.do(letters.tag_sentence, diary.ids[key], sentence.words, kind)

    def read(teller: Teller) -> None:
        teller.do(letters.take_step, diary.ids[key], LetterState.READ, diary.day(told.read), counsellor)

    diary.at(first.when, begin)
    for draft in later:
        _tell_draft(diary, key, draft.when, draft.words)
    diary.at(told.tagged, tag)
    diary.at(told.read, read)
    diary.at(told.prepared, lambda teller: teller.do(letters.plan_for_no, diary.ids[key], told.if_no))


def _tell_draft(diary: Diary, key: str, at: str, words: str) -> None:
    diary.at(at, lambda teller: teller.do(letters.write_letter, diary.ids[key], words))
