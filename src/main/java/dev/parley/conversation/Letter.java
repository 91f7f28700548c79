package dev.parley.conversation;

/** What a letter to one person says, by reference; its cases belong to who writes it. */
public interface Letter {}
