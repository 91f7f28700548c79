/**
 * How each message of a chat is filed: what a text alone shows ({@link dev.parley.conversation.filing.Reading}), what has been
 * filed so far ({@link dev.parley.conversation.filing.Ledger}), and, for a past chat, which messages put the questions
 * ({@link dev.parley.conversation.filing.Inference}). Live and replayed chats are filed by the same code. Everything here looks
 * at the form of what people type and at who said it when; nothing knows a topic, a hashtag or a name.
 */
@org.jspecify.annotations.NullMarked
package dev.parley.conversation.filing;
