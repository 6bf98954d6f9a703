"""Text in, milestones out: pure functions that know no store and no screen."""
