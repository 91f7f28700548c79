package dev.parley.conversation.filing;

/** What kind of label somebody wrote. */
enum Letter {
    /** A3, Answer 3. */
    ANSWER,
    /** Q3, Question 3. */
    QUESTION,
    /** T3, Topic 3: used for questions and answers alike. */
    TOPIC,
    /** A number alone: "3.", "#3". */
    NUMBER,
    /** FQ, "Final question". */
    FINAL_QUESTION,
    /** FA, AF, "Final thought". */
    FINAL
}
