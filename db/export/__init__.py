"""What leaves a store: pure functions from records to Markdown, JSON and CSV."""
