"""What is told to the public: pages of news and guidance, and the lines of the press plan."""

from ocop.casework.communication.models.news import NewsPage, NewsPicture, NewsVersion
from ocop.casework.communication.models.press import PressItem, PressPaper

__all__ = ["NewsPage", "NewsPicture", "NewsVersion", "PressItem", "PressPaper"]
