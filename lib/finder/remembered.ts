/** The same question is asked of a page hundreds of times: one class name, one address, one box. Answers are kept. */
export function remembered<Question, Answer>(
  work: (question: Question) => Answer,
): (question: Question) => Answer {
  const answers = new Map<Question, { answer: Answer }>();
  return (question) => {
    const kept = answers.get(question);
    if (kept) return kept.answer;
    const answer = work(question);
    answers.set(question, { answer });
    return answer;
  };
}
