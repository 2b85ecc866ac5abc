"""Conversations: invited talks, planned and past, and the way to practise listening."""

from trustplanner.ui.screens.conversations_page.page import ConversationsPage

__all__ = ["ConversationsPage"]
