"""The ground floor: values, the store that keeps them, questions to it, and what leaves it."""
