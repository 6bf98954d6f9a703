"""From the sentences of a story to its milestones: what tells an event, of which kind, when, and which one the story is about."""
