"""What a person's own machine holds for Milepost: where it lies, what is set there, and what the app remembers.

To be read in this order: `places` says where each file lies, `settings` reads what people set, `names` the names that they add,
`person` who they are, `state` keeps what the app remembers.
"""
