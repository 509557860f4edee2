"""A new lesson with all its parts: small, running, and judged, so that an author changes instead of copies."""

from shared.scaffolding.scaffold import LessonExists, NotASlug, parts, scaffold

__all__ = ["LessonExists", "NotASlug", "parts", "scaffold"]
