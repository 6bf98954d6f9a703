"""What a person meets: the command line and the Textual app.

A room for each matter, from the door inwards: `cli`, the commands; `screens` and `widgets`, what the app shows, with `styles`
and `help`; `imports` and `exports`, what comes in and goes out; `background`, what is asked and done beside the screen; `chart`
and `views`, what the timeline shows; `config`, a person's own files; `keys` and `commands`, what a key does.

Here lies what belongs to all: `clock` says when, `startup` opens the `app`, `preloading` gets ready what comes later,
`messages` go from panes to screens, `notices` say what was done, `render` lets text through to a terminal, `signs` and `theme`
are how it looks, `textualprivate` is what of Textual may be gone with its next version.
"""
