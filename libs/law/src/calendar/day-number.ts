export { businessDate, dayNumber, firstOfYear, isWeekend, monthsLater, yearOfNumber, type DayNumber } from '@perspectief/kernel';
