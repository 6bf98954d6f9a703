"""One file for each format: bytes in, blocks that remember where they stood out."""
