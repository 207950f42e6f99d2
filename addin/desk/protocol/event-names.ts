/** The ids of Excel's events by class and by the method with which office.js asks for them; an event that is not listed here is refused when the add-in asks for it. */
export const EVENTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  Worksheet: {
    _RegisterDataChangedEvent: 10,
    _RegisterActivatedEvent: 11,
    _RegisterDeactivatedEvent: 12,
    _RegisterSelectionChangedEvent: 14,
    _RegisterFormatChangedEvent: 18,
    _RegisterRowSortedEvent: 19,
    _RegisterRowHiddenChangedEvent: 22,
    _RegisterEventNameChanged: 25,
    _RegisterEventVisibilityChanged: 26,
  },
  WorksheetCollection: {
    _RegisterDataChangedEvent: 10,
    _RegisterActivatedEvent: 11,
    _RegisterDeactivatedEvent: 12,
    _RegisterAddedEvent: 13,
    _RegisterSelectionChangedEvent: 14,
    _RegisterDeletedEvent: 15,
    _RegisterFormatChangedEvent: 18,
    _RegisterRowSortedEvent: 19,
    _RegisterRowHiddenChangedEvent: 22,
    _RegisterEventNameChanged: 25,
    _RegisterEventVisibilityChanged: 26,
    _RegisterEventMoved: 27,
  },
  Table: { _RegisterSelectionChangedEvent: 100, _RegisterDataChangedEvent: 101 },
  TableCollection: { _RegisterDataChangedEvent: 101, _RegisterAddedEvent: 102, _RegisterDeletedEvent: 103 },
};

/** The target of events that belong to the whole workbook. */
export const WORKBOOK = "Workbook";
