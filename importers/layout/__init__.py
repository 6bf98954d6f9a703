"""From blocks to text in reading order: furniture set aside, headings known, torn paragraphs put together."""
