/** @file Messages of customers to try the playground with. */

/** @type {Record<string, string>} */
export const EXAMPLES = {
  broken:
    'Hello,\n\nmy coffee machine arrived this morning and the glass jug is in pieces. I need it for a birthday on Saturday and I am really disappointed. What are you going to do about it?\n\nAnna Brandt',
  again:
    'This is the THIRD time I am writing about the same invoice. Every time somebody tells me it is sorted and every time you charge me again. If this is not fixed today I am moving to somebody else.',
  abusive:
    'You people are useless idiots. Give me my money back or I will come to your office and make you regret it.',
  calm: 'Hi, could you tell me whether my order can still be sent to another address? Thanks, Tom',
};
