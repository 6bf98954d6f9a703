"""Views as values: which milestones are shown, and how they are looked at; saved under a name, or remembered.

To be read in this order: `timeline` is how the timeline is looked at, `view` all of a view.
"""
