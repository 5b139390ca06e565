"""What is told to the public: pages of news and guidance, recordings, the lines of the press plan."""

from ocop.casework.communication.models.news import NewsPage, NewsPicture, NewsVersion
from ocop.casework.communication.models.press import PressItem, PressPaper
from ocop.casework.communication.models.recordings import Recording

__all__ = ["NewsPage", "NewsPicture", "NewsVersion", "PressItem", "PressPaper", "Recording"]
