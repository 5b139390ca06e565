"""The minutes of a meeting from the data. A state paper is Vietnamese in any language of the page."""

from ocop.casework.review.papers.minutes import minutes_data, total_words

__all__ = ["minutes_data", "total_words"]
