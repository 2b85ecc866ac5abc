"""The first released schema. Written from `tables.py`; once released, never changed.

Plain SQL, so that no later change of a table or of SQLAlchemy can change what this revision makes.
"""

from alembic import op

revision = "0001"
down_revision = None

STATEMENTS = (
    """
    CREATE TABLE anchors (
      seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      three TEXT NOT NULL,
      seven TEXT NOT NULL,
      written_on INTEGER NOT NULL,
      written_at INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE consents (
      seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      given_on INTEGER NOT NULL,
      wording INTEGER NOT NULL,
      written_at INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE drafts (
      id TEXT NOT NULL,
      body TEXT NOT NULL,
      updated_at INTEGER NOT NULL,
      CONSTRAINT pk_drafts PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE events (
      id TEXT NOT NULL,
      day INTEGER NOT NULL,
      kind TEXT NOT NULL,
      words TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      CONSTRAINT pk_events PRIMARY KEY (id),
      CONSTRAINT ck_events_kind CHECK (kind IN ('disclosure', 'apology', 'setback'))
    ) STRICT
    """,
    """
    CREATE INDEX ix_events_day ON events (day)
    """,
    """
    CREATE TABLE hard_days (
      id TEXT NOT NULL,
      whose TEXT NOT NULL,
      day INTEGER,
      is_yearly INTEGER NOT NULL,
      place TEXT NOT NULL,
      words TEXT NOT NULL,
      heard_on INTEGER,
      released_on INTEGER,
      created_at INTEGER NOT NULL,
      CONSTRAINT pk_hard_days PRIMARY KEY (id),
      CONSTRAINT ck_hard_days_whose CHECK (whose IN ('me', 'them', 'agreed')),
      CONSTRAINT ck_hard_days_is_yearly CHECK (is_yearly IN (0, 1)),
      CONSTRAINT ck_hard_days_when_or_where CHECK (day IS NOT NULL OR place <> '')
    ) STRICT
    """,
    """
    CREATE TABLE harms (
      id TEXT NOT NULL,
      words TEXT NOT NULL,
      position INTEGER NOT NULL,
      created_at INTEGER NOT NULL,
      CONSTRAINT pk_harms PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE journal_entries (
      id TEXT NOT NULL,
      day INTEGER NOT NULL,
      words TEXT NOT NULL,
      updated_at INTEGER NOT NULL,
      CONSTRAINT pk_journal_entries PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_journal_entries_day ON journal_entries (day)
    """,
    """
    CREATE TABLE letters (
      id TEXT NOT NULL,
      title TEXT NOT NULL,
      words TEXT NOT NULL,
      if_no TEXT NOT NULL,
      written_ahead_on INTEGER,
      position INTEGER NOT NULL,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      CONSTRAINT pk_letters PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE offers (
      id TEXT NOT NULL,
      words TEXT NOT NULL,
      offered_on INTEGER NOT NULL,
      ends_on INTEGER NOT NULL,
      review_on INTEGER,
      answer TEXT NOT NULL,
      taken_back_on INTEGER,
      note TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      CONSTRAINT pk_offers PRIMARY KEY (id),
      CONSTRAINT ck_offers_answer CHECK (answer IN ('none', 'taken', 'declined'))
    ) STRICT
    """,
    """
    CREATE TABLE path_answers (
      id TEXT NOT NULL,
      prompt TEXT NOT NULL,
      "on" INTEGER,
      words TEXT NOT NULL,
      choice TEXT NOT NULL,
      skipped INTEGER NOT NULL,
      opened_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      CONSTRAINT pk_path_answers PRIMARY KEY (id),
      CONSTRAINT ck_path_answers_skipped CHECK (skipped IN (0, 1))
    ) STRICT
    """,
    """
    CREATE INDEX ix_path_answers_prompt_on ON path_answers (prompt, "on")
    """,
    """
    CREATE TABLE path_lines (
      id TEXT NOT NULL,
      prompt TEXT NOT NULL,
      position INTEGER NOT NULL,
      words TEXT NOT NULL,
      whose TEXT NOT NULL,
      heard_on INTEGER NOT NULL,
      CONSTRAINT pk_path_lines PRIMARY KEY (id),
      CONSTRAINT ck_path_lines_whose CHECK (whose IN ('said', 'guess'))
    ) STRICT
    """,
    """
    CREATE INDEX ix_path_lines_prompt_position ON path_lines (prompt, position)
    """,
    """
    CREATE TABLE plan_ends (
      seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL,
      words TEXT NOT NULL,
      ended_on INTEGER NOT NULL,
      written_at INTEGER NOT NULL,
      taken_back_at INTEGER,
      CONSTRAINT ck_plan_ends_kind CHECK (kind IN ('together', 'parted', 'without_contact', 'closed'))
    ) STRICT
    """,
    """
    CREATE TABLE plans (
      id TEXT NOT NULL,
      own_name TEXT NOT NULL,
      their_name TEXT NOT NULL,
      pronoun TEXT NOT NULL,
      counsellor TEXT NOT NULL,
      kind TEXT,
      pattern TEXT,
      hidden TEXT,
      danger TEXT,
      others TEXT,
      contact TEXT NOT NULL,
      contact_until INTEGER,
      contact_note TEXT NOT NULL,
      first_day INTEGER NOT NULL,
      created_at INTEGER NOT NULL,
      CONSTRAINT pk_plans PRIMARY KEY (id),
      CONSTRAINT ck_plans_pronoun CHECK (pronoun IN ('she', 'he', 'they')),
      CONSTRAINT ck_plans_pattern CHECK (pattern IN ('yes', 'no')),
      CONSTRAINT ck_plans_hidden CHECK (hidden IN ('yes', 'no')),
      CONSTRAINT ck_plans_danger CHECK (danger IN ('yes', 'no')),
      CONSTRAINT ck_plans_others CHECK (others IN ('yes', 'no')),
      CONSTRAINT ck_plans_contact CHECK (contact IN ('open', 'limited', 'none'))
    ) STRICT
    """,
    """
    CREATE TABLE practices (
      id TEXT NOT NULL,
      card TEXT NOT NULL,
      "on" INTEGER NOT NULL,
      words TEXT NOT NULL,
      updated_at INTEGER NOT NULL,
      CONSTRAINT pk_practices PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_practices_card_on ON practices (card, "on")
    """,
    """
    CREATE TABLE safety_screens (
      seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      asked_on INTEGER NOT NULL,
      written_at INTEGER NOT NULL,
      stop INTEGER NOT NULL,
      indirect INTEGER NOT NULL,
      ending INTEGER NOT NULL,
      support INTEGER NOT NULL,
      answers TEXT NOT NULL,
      CONSTRAINT ck_safety_screens_stop CHECK (stop IN (0, 1)),
      CONSTRAINT ck_safety_screens_indirect CHECK (indirect IN (0, 1)),
      CONSTRAINT ck_safety_screens_ending CHECK (ending IN (0, 1)),
      CONSTRAINT ck_safety_screens_support CHECK (support IN (0, 1))
    ) STRICT
    """,
    """
    CREATE TABLE sealed_notes (
      id TEXT NOT NULL,
      wrapped TEXT NOT NULL,
      sealed TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      CONSTRAINT pk_sealed_notes PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE sessions (
      id TEXT NOT NULL,
      day INTEGER NOT NULL,
      at_minute INTEGER,
      with_whom TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      CONSTRAINT pk_sessions PRIMARY KEY (id),
      CONSTRAINT ck_sessions_at_minute CHECK (at_minute BETWEEN 0 AND 1439)
    ) STRICT
    """,
    """
    CREATE INDEX ix_sessions_day ON sessions (day)
    """,
    """
    CREATE TABLE settings (
      id TEXT NOT NULL,
      value TEXT NOT NULL,
      CONSTRAINT pk_settings PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE talks (
      id TEXT NOT NULL,
      state TEXT NOT NULL,
      day INTEGER,
      at_minute INTEGER,
      minutes INTEGER,
      invitation TEXT NOT NULL,
      stop_signs TEXT NOT NULL,
      tempted TEXT NOT NULL,
      not_known TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      CONSTRAINT pk_talks PRIMARY KEY (id),
      CONSTRAINT ck_talks_state CHECK (state IN ('planned', 'held', 'declined', 'dropped')),
      CONSTRAINT ck_talks_at_minute CHECK (at_minute BETWEEN 0 AND 1439),
      CONSTRAINT ck_talks_minutes CHECK (minutes BETWEEN 5 AND 240)
    ) STRICT
    """,
    """
    CREATE TABLE wishes (
      id TEXT NOT NULL,
      kind TEXT NOT NULL,
      words TEXT NOT NULL,
      about TEXT NOT NULL,
      until INTEGER,
      is_guess INTEGER NOT NULL,
      heard_on INTEGER NOT NULL,
      lifted_on INTEGER,
      position INTEGER NOT NULL,
      created_at INTEGER NOT NULL,
      CONSTRAINT pk_wishes PRIMARY KEY (id),
      CONSTRAINT ck_wishes_kind CHECK (kind IN ('asked', 'not_wanted')),
      CONSTRAINT ck_wishes_is_guess CHECK (is_guess IN (0, 1))
    ) STRICT
    """,
    """
    CREATE TABLE agenda_lines (
      id TEXT NOT NULL,
      session_id TEXT NOT NULL,
      position INTEGER NOT NULL,
      words TEXT NOT NULL,
      CONSTRAINT pk_agenda_lines PRIMARY KEY (id),
      CONSTRAINT fk_agenda_lines_session_id FOREIGN KEY(session_id) REFERENCES sessions (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_agenda_lines_session_id ON agenda_lines (session_id)
    """,
    """
    CREATE TABLE commitments (
      id TEXT NOT NULL,
      title TEXT NOT NULL,
      if_cue TEXT NOT NULL,
      then_action TEXT NOT NULL,
      sign TEXT NOT NULL,
      asked_by TEXT NOT NULL,
      asked_on INTEGER,
      sureness INTEGER,
      smallest TEXT NOT NULL,
      review_on INTEGER,
      harm_id TEXT,
      is_line INTEGER NOT NULL,
      is_event INTEGER NOT NULL,
      imported INTEGER NOT NULL,
      position INTEGER NOT NULL,
      created_at INTEGER NOT NULL,
      CONSTRAINT pk_commitments PRIMARY KEY (id),
      CONSTRAINT ck_commitments_asked_by CHECK (asked_by IN ('nobody', 'they', 'counsellor', 'together')),
      CONSTRAINT ck_commitments_sureness CHECK (sureness BETWEEN 0 AND 10),
      CONSTRAINT ck_commitments_is_line CHECK (is_line IN (0, 1)),
      CONSTRAINT ck_commitments_is_event CHECK (is_event IN (0, 1)),
      CONSTRAINT ck_commitments_imported CHECK (imported IN (0, 1)),
      CONSTRAINT fk_commitments_harm_id FOREIGN KEY(harm_id) REFERENCES harms (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_commitments_harm_id ON commitments (harm_id)
    """,
    """
    CREATE TABLE hints_left (
      id TEXT NOT NULL,
      letter_id TEXT NOT NULL,
      rule TEXT NOT NULL,
      sentence TEXT NOT NULL,
      CONSTRAINT pk_hints_left PRIMARY KEY (id),
      CONSTRAINT fk_hints_left_letter_id FOREIGN KEY(letter_id) REFERENCES letters (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_hints_left_letter_id ON hints_left (letter_id)
    """,
    """
    CREATE TABLE letter_steps (
      seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      letter_id TEXT NOT NULL,
      state TEXT NOT NULL,
      "on" INTEGER NOT NULL,
      note TEXT NOT NULL,
      written_at INTEGER NOT NULL,
      taken_back_at INTEGER,
      CONSTRAINT ck_letter_steps_state CHECK (state IN ('draft', 'read', 'offered', 'accepted', 'not_wanted')),
      CONSTRAINT fk_letter_steps_letter_id FOREIGN KEY(letter_id) REFERENCES letters (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_letter_steps_letter_id ON letter_steps (letter_id)
    """,
    """
    CREATE TABLE letter_tags (
      id TEXT NOT NULL,
      letter_id TEXT NOT NULL,
      sentence TEXT NOT NULL,
      kind TEXT NOT NULL,
      CONSTRAINT pk_letter_tags PRIMARY KEY (id),
      CONSTRAINT ck_letter_tags_kind CHECK (kind IN ('happened', 'effect', 'my_part', 'done', 'will_do', 'about_me', 'about_them', 'request')),
      CONSTRAINT fk_letter_tags_letter_id FOREIGN KEY(letter_id) REFERENCES letters (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_letter_tags_letter_id ON letter_tags (letter_id)
    """,
    """
    CREATE TABLE letter_versions (
      seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      letter_id TEXT NOT NULL,
      words TEXT NOT NULL,
      written_at INTEGER NOT NULL,
      CONSTRAINT fk_letter_versions_letter_id FOREIGN KEY(letter_id) REFERENCES letters (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_letter_versions_letter_id ON letter_versions (letter_id)
    """,
    """
    CREATE TABLE readings (
      seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      day INTEGER NOT NULL,
      value INTEGER,
      words TEXT NOT NULL,
      session_id TEXT,
      written_on INTEGER NOT NULL,
      written_at INTEGER NOT NULL,
      CONSTRAINT ck_readings_value CHECK (value BETWEEN 0 AND 10),
      CONSTRAINT fk_readings_session_id FOREIGN KEY(session_id) REFERENCES sessions (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_readings_day_session_id ON readings (day, session_id)
    """,
    """
    CREATE TABLE repairs (
      id TEXT NOT NULL,
      harm_id TEXT NOT NULL,
      words TEXT NOT NULL,
      due_on INTEGER,
      state TEXT NOT NULL,
      done_on INTEGER,
      way TEXT,
      wants_contact TEXT,
      could_injure TEXT,
      advised_by TEXT NOT NULL,
      amount INTEGER,
      currency TEXT NOT NULL,
      position INTEGER NOT NULL,
      created_at INTEGER NOT NULL,
      CONSTRAINT pk_repairs PRIMARY KEY (id),
      CONSTRAINT ck_repairs_state CHECK (state IN ('open', 'done', 'let_go')),
      CONSTRAINT ck_repairs_way CHECK (way IN ('direct', 'indirect', 'lived')),
      CONSTRAINT ck_repairs_wants_contact CHECK (wants_contact IN ('yes', 'no')),
      CONSTRAINT ck_repairs_could_injure CHECK (could_injure IN ('yes', 'no')),
      CONSTRAINT ck_repairs_amount CHECK (amount BETWEEN 1 AND 1000000000000),
      CONSTRAINT fk_repairs_harm_id FOREIGN KEY(harm_id) REFERENCES harms (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_repairs_harm_id ON repairs (harm_id)
    """,
    """
    CREATE TABLE session_notes (
      id TEXT NOT NULL,
      session_id TEXT NOT NULL,
      fits TEXT,
      fits_words TEXT NOT NULL,
      walked TEXT NOT NULL,
      walked_words TEXT NOT NULL,
      questions TEXT NOT NULL,
      updated_at INTEGER NOT NULL,
      CONSTRAINT pk_session_notes PRIMARY KEY (id),
      CONSTRAINT ck_session_notes_fits CHECK (fits IN ('fits', 'different', 'rather_not')),
      CONSTRAINT fk_session_notes_session_id FOREIGN KEY(session_id) REFERENCES sessions (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_session_notes_session_id ON session_notes (session_id)
    """,
    """
    CREATE TABLE session_ratings (
      id TEXT NOT NULL,
      session_id TEXT NOT NULL,
      around TEXT NOT NULL,
      question TEXT NOT NULL,
      wording INTEGER NOT NULL,
      value INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      CONSTRAINT pk_session_ratings PRIMARY KEY (id),
      CONSTRAINT ck_session_ratings_around CHECK (around IN ('before', 'after')),
      CONSTRAINT ck_session_ratings_value CHECK (value BETWEEN 0 AND 10),
      CONSTRAINT fk_session_ratings_session_id FOREIGN KEY(session_id) REFERENCES sessions (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_session_ratings_session_id ON session_ratings (session_id)
    """,
    """
    CREATE TABLE setback_steps (
      id TEXT NOT NULL,
      event_id TEXT NOT NULL,
      act TEXT NOT NULL,
      words TEXT NOT NULL,
      by_on INTEGER,
      by_minute INTEGER,
      done_on INTEGER,
      done_minute INTEGER,
      updated_at INTEGER NOT NULL,
      CONSTRAINT pk_setback_steps PRIMARY KEY (id),
      CONSTRAINT ck_setback_steps_act CHECK (act IN ('stop', 'tell', 'own', 'mend', 'change')),
      CONSTRAINT ck_setback_steps_by_minute CHECK (by_minute BETWEEN 0 AND 1439),
      CONSTRAINT ck_setback_steps_done_minute CHECK (done_minute BETWEEN 0 AND 1439),
      CONSTRAINT fk_setback_steps_event_id FOREIGN KEY(event_id) REFERENCES events (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_setback_steps_event_id ON setback_steps (event_id)
    """,
    """
    CREATE TABLE talk_lines (
      id TEXT NOT NULL,
      talk_id TEXT NOT NULL,
      position INTEGER NOT NULL,
      words TEXT NOT NULL,
      whose TEXT NOT NULL,
      heard_on INTEGER NOT NULL,
      CONSTRAINT pk_talk_lines PRIMARY KEY (id),
      CONSTRAINT ck_talk_lines_whose CHECK (whose IN ('said', 'guess')),
      CONSTRAINT fk_talk_lines_talk_id FOREIGN KEY(talk_id) REFERENCES talks (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_talk_lines_talk_id ON talk_lines (talk_id)
    """,
    """
    CREATE TABLE agreements (
      id TEXT NOT NULL,
      talk_id TEXT NOT NULL,
      position INTEGER NOT NULL,
      words TEXT NOT NULL,
      asked_by TEXT NOT NULL,
      commitment_id TEXT,
      CONSTRAINT pk_agreements PRIMARY KEY (id),
      CONSTRAINT ck_agreements_asked_by CHECK (asked_by IN ('nobody', 'they', 'counsellor', 'together')),
      CONSTRAINT fk_agreements_talk_id FOREIGN KEY(talk_id) REFERENCES talks (id),
      CONSTRAINT fk_agreements_commitment_id FOREIGN KEY(commitment_id) REFERENCES commitments (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_agreements_talk_id ON agreements (talk_id)
    """,
    """
    CREATE TABLE answers (
      seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      commitment_id TEXT NOT NULL,
      day INTEGER NOT NULL,
      value TEXT NOT NULL,
      written_at INTEGER NOT NULL,
      utc_offset INTEGER NOT NULL,
      written_on INTEGER NOT NULL,
      clock_behind INTEGER NOT NULL,
      imported INTEGER NOT NULL,
      CONSTRAINT ck_answers_value CHECK (value IN ('kept', 'partly', 'missed', 'not_applicable', 'taken_back')),
      CONSTRAINT ck_answers_imported CHECK (imported IN (0, 1)),
      CONSTRAINT fk_answers_commitment_id FOREIGN KEY(commitment_id) REFERENCES commitments (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_answers_record ON answers (commitment_id, day, seq, value, written_on)
    """,
    """
    CREATE TABLE done_days (
      seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      commitment_id TEXT NOT NULL,
      day INTEGER NOT NULL,
      written_at INTEGER NOT NULL,
      written_on INTEGER NOT NULL,
      taken_back_at INTEGER,
      imported INTEGER NOT NULL,
      CONSTRAINT ck_done_days_imported CHECK (imported IN (0, 1)),
      CONSTRAINT fk_done_days_commitment_id FOREIGN KEY(commitment_id) REFERENCES commitments (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_done_days_commitment_id_day ON done_days (commitment_id, day)
    """,
    """
    CREATE TABLE miss_reviews (
      id TEXT NOT NULL,
      commitment_id TEXT NOT NULL,
      day INTEGER NOT NULL,
      facts TEXT NOT NULL,
      last_moment TEXT NOT NULL,
      likelier TEXT NOT NULL,
      cost TEXT NOT NULL,
      repair TEXT NOT NULL,
      repair_by INTEGER,
      repair_done_on INTEGER,
      adjust TEXT,
      sureness INTEGER,
      updated_at INTEGER NOT NULL,
      CONSTRAINT pk_miss_reviews PRIMARY KEY (id),
      CONSTRAINT ck_miss_reviews_adjust CHECK (adjust IN ('keep', 'shrink', 'move', 'drop')),
      CONSTRAINT ck_miss_reviews_sureness CHECK (sureness BETWEEN 0 AND 10),
      CONSTRAINT fk_miss_reviews_commitment_id FOREIGN KEY(commitment_id) REFERENCES commitments (id)
    ) STRICT
    """,
    """
    CREATE TABLE pauses (
      seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      commitment_id TEXT,
      starts_on INTEGER NOT NULL,
      ends_on INTEGER NOT NULL,
      looks_again INTEGER NOT NULL,
      reason TEXT NOT NULL,
      note TEXT NOT NULL,
      written_at INTEGER NOT NULL,
      written_on INTEGER NOT NULL,
      taken_back_at INTEGER,
      CONSTRAINT ck_pauses_looks_again CHECK (looks_again IN (0, 1)),
      CONSTRAINT ck_pauses_reason CHECK (reason IN ('choice', 'illness', 'danger', 'their_wish')),
      CONSTRAINT fk_pauses_commitment_id FOREIGN KEY(commitment_id) REFERENCES commitments (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_pauses_commitment_id ON pauses (commitment_id)
    """,
    """
    CREATE TABLE payments (
      id TEXT NOT NULL,
      repair_id TEXT NOT NULL,
      amount INTEGER NOT NULL,
      due_on INTEGER,
      paid_on INTEGER,
      created_at INTEGER NOT NULL,
      CONSTRAINT pk_payments PRIMARY KEY (id),
      CONSTRAINT ck_payments_amount CHECK (amount BETWEEN 1 AND 1000000000000),
      CONSTRAINT fk_payments_repair_id FOREIGN KEY(repair_id) REFERENCES repairs (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_payments_repair_id ON payments (repair_id)
    """,
    """
    CREATE TABLE responses (
      seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      commitment_id TEXT NOT NULL,
      response TEXT NOT NULL,
      heard_on INTEGER,
      words TEXT NOT NULL,
      written_at INTEGER NOT NULL,
      written_on INTEGER NOT NULL,
      CONSTRAINT ck_responses_response CHECK (response IN ('matters', 'no_difference', 'please_stop')),
      CONSTRAINT fk_responses_commitment_id FOREIGN KEY(commitment_id) REFERENCES commitments (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_responses_commitment_id ON responses (commitment_id)
    """,
    """
    CREATE TABLE session_decisions (
      id TEXT NOT NULL,
      session_id TEXT NOT NULL,
      commitment_id TEXT NOT NULL,
      decision TEXT NOT NULL,
      updated_at INTEGER NOT NULL,
      CONSTRAINT pk_session_decisions PRIMARY KEY (id),
      CONSTRAINT ck_session_decisions_decision CHECK (decision IN ('kept', 'changed', 'ended')),
      CONSTRAINT fk_session_decisions_session_id FOREIGN KEY(session_id) REFERENCES sessions (id),
      CONSTRAINT fk_session_decisions_commitment_id FOREIGN KEY(commitment_id) REFERENCES commitments (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_session_decisions_session_id_commitment_id ON session_decisions (session_id, commitment_id)
    """,
    """
    CREATE TABLE sureness_answers (
      seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      commitment_id TEXT NOT NULL,
      sureness INTEGER NOT NULL,
      worst_day TEXT,
      asked_in TEXT NOT NULL,
      written_at INTEGER NOT NULL,
      written_on INTEGER NOT NULL,
      CONSTRAINT ck_sureness_answers_sureness CHECK (sureness BETWEEN 0 AND 10),
      CONSTRAINT ck_sureness_answers_worst_day CHECK (worst_day IN ('whole', 'smallest', 'nothing')),
      CONSTRAINT ck_sureness_answers_asked_in CHECK (asked_in IN ('editor', 'miss', 'week', 'review')),
      CONSTRAINT fk_sureness_answers_commitment_id FOREIGN KEY(commitment_id) REFERENCES commitments (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_sureness_answers_commitment_id ON sureness_answers (commitment_id)
    """,
    """
    CREATE TABLE tellings (
      seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      commitment_id TEXT NOT NULL,
      day INTEGER NOT NULL,
      how TEXT NOT NULL,
      told_on INTEGER,
      told_minute INTEGER,
      written_at INTEGER NOT NULL,
      written_on INTEGER NOT NULL,
      CONSTRAINT ck_tellings_how CHECK (how IN ('told_first', 'when_asked', 'found_out', 'not_yet', 'not_welcome')),
      CONSTRAINT ck_tellings_told_minute CHECK (told_minute BETWEEN 0 AND 1439),
      CONSTRAINT fk_tellings_commitment_id FOREIGN KEY(commitment_id) REFERENCES commitments (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_tellings_commitment_id_day ON tellings (commitment_id, day)
    """,
    """
    CREATE TABLE terms (
      seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      commitment_id TEXT NOT NULL,
      stance TEXT NOT NULL,
      will TEXT NOT NULL,
      so_that TEXT NOT NULL,
      schedule TEXT NOT NULL,
      at_minute INTEGER,
      starts_on INTEGER NOT NULL,
      written_at INTEGER NOT NULL,
      written_on INTEGER NOT NULL,
      direction TEXT NOT NULL,
      reason TEXT NOT NULL,
      taken_back_at INTEGER,
      CONSTRAINT ck_terms_stance CHECK (stance IN ('active', 'waiting', 'ended')),
      CONSTRAINT ck_terms_at_minute CHECK (at_minute BETWEEN 0 AND 1439),
      CONSTRAINT ck_terms_direction CHECK (direction IN ('first', 'stricter', 'easier', 'wording')),
      CONSTRAINT ck_terms_reason CHECK (reason IN ('choice', 'illness', 'danger', 'their_wish')),
      CONSTRAINT fk_terms_commitment_id FOREIGN KEY(commitment_id) REFERENCES commitments (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_terms_commitment_id_starts_on ON terms (commitment_id, starts_on)
    """,
    """
    CREATE TABLE views (
      seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      terms_seq INTEGER,
      pause_seq INTEGER,
      "view" TEXT NOT NULL,
      heard_on INTEGER,
      words TEXT NOT NULL,
      written_at INTEGER NOT NULL,
      written_on INTEGER NOT NULL,
      CONSTRAINT ck_views_view CHECK (view IN ('not_asked', 'agrees', 'disagrees', 'not_welcome')),
      CONSTRAINT ck_views_about CHECK ((terms_seq IS NULL) <> (pause_seq IS NULL)),
      CONSTRAINT fk_views_terms_seq FOREIGN KEY(terms_seq) REFERENCES terms (seq),
      CONSTRAINT fk_views_pause_seq FOREIGN KEY(pause_seq) REFERENCES pauses (seq)
    ) STRICT
    """,
    """
    CREATE INDEX ix_views_terms_seq_pause_seq ON views (terms_seq, pause_seq)
    """,
)


def upgrade() -> None:
    """Make all tables."""
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)
