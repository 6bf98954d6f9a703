"""Keys on their way to a command: how the terminal sends them, in which turn they come, which ones a person has set.

To be read in this order: `driver` makes keys and pastes of what comes from the terminal, `queue` hands them on one after the
other, `keymap` says which keys of their own people can have. How keys are called is part of a command's declaration
(`tui.commands`).
"""
