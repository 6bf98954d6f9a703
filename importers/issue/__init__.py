"""The period that a newsletter issue covers: `period` asks its `mastheads`, then its `filenames`, then the `votes` of its dates."""
