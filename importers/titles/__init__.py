"""The title of a milestone: the heading, or a sentence made short."""
